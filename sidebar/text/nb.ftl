# The pane in bokmål. One sentence a line; { $name } is filled in by the pane.

# Shell
tab-reply = Svar
tab-review = Til godkjenning
tab-log = Logg
tabs = Deler av Saksvar
waiting-count = { $n } venter
actions = Neste steg
progress = Fremdrift

# What happens next
action-fill = Fyll ut
action-request-review = Send til godkjenning
action-send = Send svaret
action-send-now = Send nå
action-release = Sett inn svar
action-approve = Godkjenn
action-return = Send tilbake
action-adopt = Bruk forslaget
action-revise = Rediger
action-rewrite = Skriv på nytt
action-take-over = Ta over
action-sweep-sent = Se om den er sendt
save = Lagre
propose = Send tilbake som forslag
cancel = Avbryt
close = Lukk
retry = Prøv igjen
reload = Hent på nytt
sign-in = Logg inn
sign-out = Logg ut
prepare = Lag svarutkast
working = Vent litt …

# The mail
mail = Henvendelsen
mail-asks = { $name } spør om:
mail-no-questions = { $name } stiller ingen tydelige spørsmål.
mail-whole = Les hele e-posten
mail-count = { $n } e-poster i samtalen
question-answered = besvart
question-open = ikke besvart
questions-left-one = 1 spørsmål ubesvart
questions-left-many = { $n } spørsmål ubesvart
question-tick = Kryss av når du er ferdig med det
unfold = Vis henvendelsen og saken
fold = Skjul henvendelsen og saken
deadline-preliminary-reply = foreløpig svar { $day }
deadline-access-request = innsyn { $day }
deadline-appeal = klage { $day }
deadline-other = frist { $day }
state-amber = nærmer seg
state-red = haster
state-breached = over fristen

# The case
case = Saken
case-strong = sikkert treff
case-offered = mulig treff
case-none = ingen sak
case-choose = Hvilken sak gjelder det?
case-choose-one = Velg { $number }
case-no-candidates = Vi fant ingen sak som passer. Utkastet bygger bare på åpne kilder.

# The draft
draft = Utkast
draft-writing = Skriver utkast …
gaps-one = 1 felt å fylle ut
gaps-many = { $n } felt å fylle ut
gap = Fyll ut: { $what }
source = Kilde { $n }
source-open = åpent
source-restricted = skjermet, { $code }
source-valid-from = Gjelder fra { $day }
source-valid-to = gjaldt til { $day }
source-dated = Datert { $day }
source-retrieved = hentet { $time }
source-original = åpne i arkivet
footer = Bunntekst og kilder
edited-by = Skrevet av { $name }
writer = Utkast fra { $writer }
edit = Rediger teksten
edit-help = [1] er en kilde. ⟦…⟧ er et felt som må fylles ut.
edit-reviewer = Lagrer du, blir du forfatter, og en annen må godkjenne. Sender du tilbake som forslag, kan du godkjenne selv.
edit-checking = Kontrollerer …
edit-checked = Kontrollert
undo = Angre
copy = Kopier
copied = Teksten er kopiert.
copy-failed = Teksten kunne ikke kopieres herfra. Den er merket: trykk Ctrl+C, eller Cmd+C på Mac.
outcome-cannot = Arkivet gir ikke svar på dette. Fyll inn det du vet, eller skriv svaret selv.
recipients = Til { $who }

# Findings
finding-stop = Hindrer sending
finding-verify = Må ses på av en til
finding-seen = Sett på av en til
finding-decide = Å ta stilling til
finding-warn = Bør vurderes
finding-note = Sett etter
finding-none = Ingen merknader
finding-place = Vis i teksten
tick = Jeg har vurdert dette
left-one = 1 punkt står igjen
left-many = { $n } punkter står igjen

# Standing
standing-awaiting = Venter på godkjenning
standing-awaiting-why = Sendt til godkjenning { $time }. Du får vite det her når noen har sett på det.
standing-returned = { $name } sendte utkastet tilbake
standing-approved = Godkjent av { $name }
standing-approved-why = Godkjent { $time }. Endres teksten, må den godkjennes på nytt.
standing-released = Svaret er satt inn
standing-released-why = Les gjennom, og trykk Send i Outlook. Endres teksten, blir den stoppet ved sending.
standing-released-prompt = Les gjennom, og trykk Send i Outlook. Er teksten endret, blir du spurt før den går.
standing-released-off = Les gjennom, og trykk Send i Outlook. Kontrollen ved sending er slått av av IT, så ingen ser etter om teksten er endret.
standing-unsure = Vi vet ikke om svaret ble sendt
standing-unsure-why = Outlook svarte ikke. Se i Sendte elementer, eller la Saksvar se etter, før du sender det på nytt.
standing-allowed = På vei ut
standing-allowed-why = E-posten slapp gjennom kontrollen. Den er ikke funnet blant sendte elementer ennå.
standing-sent = Sendt
standing-sent-why = Sendt av { $name }, funnet blant sendte elementer { $time }. Seglet er brukt opp.
send-sure = Svaret sendes nå, slik det står her, til { $who }. Det kan ikke trekkes tilbake.
journal-yes = Bør journalføres i sakssystemet
journal-no = Trenger trolig ikke journalføres
rate = Var utkastet godt?
rate-good = Ja
rate-changed = Måtte endres
rate-unusable = Ubrukelig
standing-other = { $name } har et utkast
standing-other-why = Du kan lese det her. Tar du over, blir du forfatter av teksten.
back-approved = { $name } godkjente svaret til { $citizen }. Åpne e-posten for å sette det inn.
back-returned = { $name } sendte tilbake svaret til { $citizen }. Åpne e-posten for å se hvorfor.
back-count = { $n } tilbake fra godkjenning
stopped = E-posten kan ikke sendes slik
stopped-why = Ingenting er sendt, og ingenting er tapt.
signature = Signaturen din i Outlook
signature-why = Setter Outlook inn en signatur under svaret, limer du den inn her én gang. Da blir den kjent igjen ved sending.
signature-saved = Signaturen er lagret.

# Second reader
queue-empty = Ingen utkast venter på godkjenning.
queue-empty-why = Når noen ber om det, dukker utkastet opp her.
queue-by = utkast av { $name }, { $n }. utgave
queue-own = Ditt eget utkast må godkjennes av en annen.
changes = Endret siden forrige utgave
proposed = Forslag fra { $name }
added = lagt til
removed = fjernet
comment = Kommentar til saksbehandler
comment-needed = Skriv hva som må endres, så sender vi det tilbake.
asked-by = { $name } ba om godkjenning { $time }.
decided-approved = Godkjent. { $name } kan sette inn svaret.
decided-returned = Sendt tilbake til { $name }.
minutes = { $n } min
hours = { $n } t
days = { $n } d

# Log
log = Hendelser
log-empty = Det er ikke skjedd noe med denne e-posten ennå.
log-no-draft = Åpne en e-post for å se hva som er gjort med svaret.
log-revision = { $n }. utgave
log-draft-prepared = laget utkast
log-draft-shown = leste utkastet
log-draft-revised = endret teksten
log-draft-taken-over = tok over utkastet
log-review-requested = ba om godkjenning
log-draft-approved = godkjente
log-draft-returned = sendte tilbake
log-review-refused = fikk ikke godkjenne
log-draft-released = satte inn svaret
log-send-allowed = slapp e-posten gjennom ved sending
log-send-asked = spurte før sending
log-send-stopped = stoppet e-posten ved sending
log-send-ungated = så ikke på e-posten, kontrollen var slått av
log-send-begun = begynte å sende svaret
log-send-accepted = fikk svaret sendt
log-send-unsure = fikk ikke vite om svaret ble sendt
log-send-given-up = fikk ikke sendt svaret
log-draft-rated = sa om utkastet var godt
log-draft-sent = fant e-posten blant sendte elementer
log-sent-altered = fant e-posten blant sendte elementer, men endret
log-other = annen hendelse
log-machine = Saksvar

# Progress
step-starting = Åpner samtalen …
step-reading = Leser samtalen …
step-read = Leste { $mails } e-poster og fant { $questions } spørsmål
step-found = Skriver utkast … fant { $n } kilder
step-checking = Kontrollerer utkastet …
looking = Ser etter utkast …
loading = Henter …
said-ready = Utkastet er klart.
said-gaps = Utkastet er klart, men { $n } felt må fylles ut.
said-cannot = Arkivet gir ikke svar på dette.
said-saved = Endringen er lagret.
said-inserted = Svaret er satt inn.
said-approved = Godkjent.
said-returned = Sendt tilbake.
said-requested = Sendt til godkjenning.
said-checked = Kontrollert på nytt, { $n } merknader.

# Empty and failed
empty = Åpne en e-post
empty-why = Velg en henvendelse i Outlook, så leser Saksvar samtalen og foreslår et svar.
several = Flere e-poster er valgt
several-why = Velg én av dem, så leser Saksvar samtalen og foreslår et svar.
protected = Denne e-posten er beskyttet
protected-why = Den er kryptert eller har begrensede rettigheter, så Saksvar kan ikke lese den. Ingenting er hentet. Les og besvar den i Outlook.
empty-compose = Ingen utkast i denne samtalen
empty-compose-why = Åpne e-posten du vil svare på, så lager Saksvar et utkast der.
outside-outlook = Åpne Saksvar i Outlook
outside-outlook-why = Denne siden er et panel i Outlook og viser ingenting alene.
signed-out = Logg inn for å fortsette
signed-out-why = Saksvar trenger jobbkontoen din for å lese e-posten du har åpen.
sign-in-failed = Innloggingen ble ikke fullført. Prøv igjen.
offline = Du er uten nett
offline-why = Teksten din er her fortsatt. Vi prøver igjen når nettet er tilbake.
failed = Det gikk ikke
failed-network = Vi fikk ikke kontakt med Saksvar. Prøv igjen om litt.
failed-garbled = Svaret fra Saksvar var ikke til å lese. Hent panelet på nytt.
failed-broken = Forbindelsen ble brutt før utkastet var ferdig. Ingenting er tapt.
failed-other-mail = Du har åpnet en annen e-post. Gå tilbake til den utkastet gjelder, og sett inn svaret der.
failed-insert = Outlook tok ikke imot teksten. Åpne svaret selv, og sett inn herfra.
failed-too-long = Svaret er for langt til å settes rett inn. Et tomt svar er åpnet: åpne Saksvar der, og sett det inn.
trace = Oppgi { $id } hvis du ber om hjelp.
mend = Slik kan det løses

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
code-right = Rettighet
code-legal-status = Rettslig status
code-refusal = Avslag
code-eligibility = Vilkår
code-liability = Ansvar
code-health = Helse
code-child-welfare = Barnevern
code-crime = Straffbare forhold
code-welfare = NAV og økonomi
code-third-party = Andre personer
code-promise = Løfte
code-personal-data = Personopplysninger
code-decision = Vedtak
code-appeal-missing = Klageadgang mangler
code-reasons-missing = Begrunnelse mangler
code-citation-missing = Kilde mangler
code-unsupported = Uten dekning
code-contradicted = I strid med kilden
code-personnel = Personalsak
code-tone = Tone
code-law-unknown = Ukjent hjemmel
code-language = Språk
code-language-mixed = Blandet målform
code-readability = Tungt språk
code-recipient = Mottaker
code-restricted-source = Skjermet kilde
code-old-source = Gammel kilde
code-account-changed = Endret kontonummer
code-instruction = Instruks i e-posten
code-sender = Avsender
code-threat = Trussel i e-posten
code-writer = Slik ble utkastet til
