# The pane in nynorsk. One sentence a line; { $name } is filled in by the pane.

# Shell
tab-reply = Svar
tab-review = Til godkjenning
tab-log = Logg
tabs = Delar av Saksvar
waiting-count = { $n } ventar
actions = Neste steg
progress = Framdrift

# What happens next
action-fill = Fyll ut
action-request-review = Send til godkjenning
action-send = Send svaret
action-send-now = Send no
action-release = Set inn svar
action-approve = Godkjenn
action-return = Send tilbake
action-adopt = Bruk framlegget
action-revise = Rediger
action-rewrite = Skriv på nytt
action-take-over = Ta over
action-sweep-sent = Sjå om han er send
save = Lagre
propose = Send tilbake som framlegg
cancel = Avbryt
close = Lukk
retry = Prøv igjen
reload = Hent på nytt
sign-in = Logg inn
sign-out = Logg ut
prepare = Lag svarutkast
working = Vent litt …

# The mail
mail = Førespurnaden
mail-asks = { $name } spør om:
mail-no-questions = { $name } stiller ingen tydelege spørsmål.
mail-whole = Les heile e-posten
mail-count = { $n } e-postar i samtalen
question-answered = svart på
question-open = ikkje svart på
questions-left-one = 1 spørsmål utan svar
questions-left-many = { $n } spørsmål utan svar
question-tick = Kryss av når du er ferdig med det
unfold = Vis førespurnaden og saka
fold = Gøym førespurnaden og saka
deadline-preliminary-reply = førebels svar { $day }
deadline-access-request = innsyn { $day }
deadline-appeal = klage { $day }
deadline-other = frist { $day }
state-amber = nærmar seg
state-red = hastar
state-breached = over fristen

# The case
case = Saka
case-strong = sikkert treff
case-offered = mogleg treff
case-none = inga sak
case-choose = Kva sak gjeld det?
case-choose-one = Vel { $number }
case-no-candidates = Vi fann inga sak som passar. Utkastet byggjer berre på opne kjelder.

# The draft
draft = Utkast
draft-writing = Skriv utkast …
gaps-one = 1 felt å fylle ut
gaps-many = { $n } felt å fylle ut
gap = Fyll ut: { $what }
source = Kjelde { $n }
source-open = ope
source-restricted = skjerma, { $code }
source-valid-from = Gjeld frå { $day }
source-valid-to = galdt til { $day }
source-dated = Datert { $day }
source-retrieved = henta { $time }
source-original = opne i arkivet
footer = Botntekst og kjelder
edited-by = Skrive av { $name }
writer = Utkast frå { $writer }
edit = Rediger teksten
edit-help = [1] er ei kjelde. ⟦…⟧ er eit felt som må fyllast ut.
edit-reviewer = Lagrar du, blir du forfattar, og ein annan må godkjenne. Sender du tilbake som framlegg, kan du godkjenne sjølv.
edit-checking = Kontrollerer …
edit-checked = Kontrollert
undo = Angre
copy = Kopier
copied = Teksten er kopiert.
copy-failed = Teksten kunne ikkje kopierast herifrå. Han er merkt: trykk Ctrl+C, eller Cmd+C på Mac.
outcome-cannot = Arkivet gjev ikkje svar på dette. Fyll inn det du veit, eller skriv svaret sjølv.
recipients = Til { $who }

# Findings
finding-stop = Hindrar sending
finding-verify = Må sjåast på av ein til
finding-seen = Sett på av ein til
finding-decide = Å ta stilling til
finding-warn = Bør vurderast
finding-note = Sett etter
finding-none = Ingen merknader
finding-place = Vis i teksten
tick = Eg har vurdert dette
left-one = 1 punkt står att
left-many = { $n } punkt står att

# Standing
standing-awaiting = Ventar på godkjenning
standing-awaiting-why = Sendt til godkjenning { $time }. Du får vite det her når nokon har sett på det.
standing-returned = { $name } sende utkastet tilbake
standing-approved = Godkjent av { $name }
standing-approved-why = Godkjent { $time }. Blir teksten endra, må han godkjennast på nytt.
standing-released = Svaret er sett inn
standing-released-why = Les gjennom, og trykk Send i Outlook. Blir teksten endra, blir han stoppa ved sending.
standing-released-prompt = Les gjennom, og trykk Send i Outlook. Er teksten endra, blir du spurd før han går.
standing-released-off = Les gjennom, og trykk Send i Outlook. Kontrollen ved sending er slått av av IT, så ingen ser etter om teksten er endra.
standing-unsure = Vi veit ikkje om svaret vart sendt
standing-unsure-why = Outlook svarte ikkje. Sjå i Sendte element, eller la Saksvar sjå etter, før du sender det på nytt.
standing-allowed = På veg ut
standing-allowed-why = E-posten slapp gjennom kontrollen. Han er ikkje funnen blant sende element enno.
standing-sent = Sendt
standing-sent-why = Sendt av { $name }, funnen blant sendte element { $time }. Seglet er brukt opp.
send-sure = Svaret blir sendt no, slik det står her, til { $who }. Det kan ikkje trekkjast tilbake.
journal-yes = Bør journalførast i sakssystemet
journal-no = Treng truleg ikkje journalførast
rate = Var utkastet godt?
rate-good = Ja
rate-changed = Måtte endrast
rate-unusable = Ubrukeleg
standing-other = { $name } har eit utkast
standing-other-why = Du kan lese det her. Tek du over, blir du forfattar av teksten.
back-approved = { $name } godkjende svaret til { $citizen }. Opne e-posten for å setje det inn.
back-returned = { $name } sende tilbake svaret til { $citizen }. Opne e-posten for å sjå kvifor.
back-count = { $n } tilbake frå godkjenning
stopped = E-posten kan ikkje sendast slik
stopped-why = Ingenting er sendt, og ingenting er tapt.
signature = Signaturen din i Outlook
signature-why = Set Outlook inn ein signatur under svaret, limer du han inn her éin gong. Då blir han kjend att ved sending.
signature-saved = Signaturen er lagra.

# Second reader
queue-empty = Ingen utkast ventar på godkjenning.
queue-empty-why = Når nokon ber om det, dukkar utkastet opp her.
queue-by = utkast av { $name }, { $n }. utgåve
queue-own = Ditt eige utkast må godkjennast av ein annan.
changes = Endra sidan førre utgåve
proposed = Framlegg frå { $name }
added = lagt til
removed = fjerna
comment = Kommentar til saksbehandlar
comment-needed = Skriv kva som må endrast, så sender vi det tilbake.
asked-by = { $name } bad om godkjenning { $time }.
decided-approved = Godkjent. { $name } kan setje inn svaret.
decided-returned = Sendt tilbake til { $name }.
minutes = { $n } min
hours = { $n } t
days = { $n } d

# Log
log = Hendingar
log-empty = Det har ikkje skjedd noko med denne e-posten enno.
log-no-draft = Opne ein e-post for å sjå kva som er gjort med svaret.
log-revision = { $n }. utgåve
log-draft-prepared = laga utkast
log-draft-shown = las utkastet
log-draft-revised = endra teksten
log-draft-taken-over = tok over utkastet
log-review-requested = bad om godkjenning
log-draft-approved = godkjende
log-draft-returned = sende tilbake
log-review-refused = fekk ikkje godkjenne
log-draft-released = sette inn svaret
log-send-allowed = slapp e-posten gjennom ved sending
log-send-asked = spurde før sending
log-send-stopped = stoppa e-posten ved sending
log-send-ungated = såg ikkje på e-posten, kontrollen var slått av
log-send-begun = byrja å sende svaret
log-send-accepted = fekk svaret sendt
log-send-unsure = fekk ikkje vite om svaret vart sendt
log-send-given-up = fekk ikkje sendt svaret
log-draft-rated = sa om utkastet var godt
log-draft-sent = fann e-posten blant sende element
log-sent-altered = fann e-posten blant sende element, men endra
log-other = anna hending
log-machine = Saksvar

# Progress
step-starting = Opnar samtalen …
step-reading = Les samtalen …
step-read = Las { $mails } e-postar og fann { $questions } spørsmål
step-found = Skriv utkast … fann { $n } kjelder
step-checking = Kontrollerer utkastet …
looking = Ser etter utkast …
loading = Hentar …
said-ready = Utkastet er klart.
said-gaps = Utkastet er klart, men { $n } felt må fyllast ut.
said-cannot = Arkivet gjev ikkje svar på dette.
said-saved = Endringa er lagra.
said-inserted = Svaret er sett inn.
said-approved = Godkjent.
said-returned = Sendt tilbake.
said-requested = Sendt til godkjenning.
said-checked = Kontrollert på nytt, { $n } merknader.

# Empty and failed
empty = Opne ein e-post
empty-why = Vel ein førespurnad i Outlook, så les Saksvar samtalen og foreslår eit svar.
several = Fleire e-postar er valde
several-why = Vel éin av dei, så les Saksvar samtalen og foreslår eit svar.
protected = Denne e-posten er verna
protected-why = Han er kryptert eller har avgrensa rettar, så Saksvar kan ikkje lese han. Ingenting er henta. Les og svar på han i Outlook.
empty-compose = Ingen utkast i denne samtalen
empty-compose-why = Opne e-posten du vil svare på, så lagar Saksvar eit utkast der.
outside-outlook = Opne Saksvar i Outlook
outside-outlook-why = Denne sida er eit panel i Outlook og viser ingenting åleine.
signed-out = Logg inn for å halde fram
signed-out-why = Saksvar treng jobbkontoen din for å lese e-posten du har open.
sign-in-failed = Innlogginga blei ikkje fullført. Prøv igjen.
offline = Du er utan nett
offline-why = Teksten din er her framleis. Vi prøver igjen når nettet er tilbake.
failed = Det gjekk ikkje
failed-network = Vi fekk ikkje kontakt med Saksvar. Prøv igjen om litt.
failed-garbled = Svaret frå Saksvar var ikkje til å lese. Hent panelet på nytt.
failed-broken = Sambandet blei brote før utkastet var ferdig. Ingenting er tapt.
failed-other-mail = Du har opna ein annan e-post. Gå tilbake til den utkastet gjeld, og set inn svaret der.
failed-insert = Outlook tok ikkje imot teksten. Opne svaret sjølv, og set inn herifrå.
failed-too-long = Svaret er for langt til å setjast rett inn. Eit tomt svar er opna: opne Saksvar der, og set det inn.
trace = Oppgje { $id } dersom du ber om hjelp.
mend = Slik kan det løysast

# Dates
months = jan.|feb.|mars|april|mai|juni|juli|aug.|sep.|okt.|nov.|des.
day = { $day }. { $month }
day-year = { $day }. { $month } { $year }

# Languages
lang-nb = bokmål
lang-nn = nynorsk
lang-en = engelsk
lang-da = dansk
lang-sv = svensk
lang-se = nordsamisk
lang-other = ukjent språk

# Kinds of findings
code-fee = Gebyr
code-deadline = Frist
code-right = Rett
code-legal-status = Rettsleg status
code-refusal = Avslag
code-eligibility = Vilkår
code-liability = Ansvar
code-health = Helse
code-child-welfare = Barnevern
code-crime = Straffbare forhold
code-welfare = NAV og økonomi
code-third-party = Andre personar
code-promise = Lovnad
code-personal-data = Personopplysningar
code-decision = Vedtak
code-appeal-missing = Klagerett manglar
code-reasons-missing = Grunngjeving manglar
code-citation-missing = Kjelde manglar
code-unsupported = Utan dekning
code-contradicted = I strid med kjelda
code-personnel = Personalsak
code-tone = Tone
code-law-unknown = Ukjend heimel
code-language = Språk
code-language-mixed = Blanda målform
code-readability = Tungt språk
code-recipient = Mottakar
code-restricted-source = Skjerma kjelde
code-old-source = Gammal kjelde
code-account-changed = Endra kontonummer
code-instruction = Instruks i e-posten
code-sender = Avsendar
code-threat = Trussel i e-posten
code-writer = Slik vart utkastet til
