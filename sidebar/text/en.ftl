# The pane in English. One sentence a line; { $name } is filled in by the pane.

# Shell
tab-reply = Reply
tab-review = To approve
tab-log = Log
tabs = Parts of Saksvar
waiting-count = { $n } waiting
actions = Next step
progress = Progress

# What happens next
action-fill = Fill in
action-request-review = Send for approval
action-send = Send the reply
action-send-now = Send now
action-release = Insert reply
action-approve = Approve
action-return = Send back
action-adopt = Use the proposal
action-revise = Edit
action-rewrite = Write again
action-take-over = Take over
action-sweep-sent = See if it was sent
save = Save
propose = Send back as a proposal
cancel = Cancel
close = Close
retry = Try again
reload = Load again
sign-in = Sign in
sign-out = Sign out
prepare = Draft a reply
working = One moment …

# The mail
mail = The enquiry
mail-asks = { $name } asks:
mail-no-questions = { $name } asks no clear questions.
mail-whole = Read the whole e-mail
mail-count = { $n } e-mails in the conversation
question-answered = answered
question-open = not answered
questions-left-one = 1 question unanswered
questions-left-many = { $n } questions unanswered
question-tick = Tick it off when you are done with it
unfold = Show the enquiry and the case
fold = Hide the enquiry and the case
deadline-preliminary-reply = preliminary reply { $day }
deadline-access-request = access request { $day }
deadline-appeal = appeal { $day }
deadline-other = due { $day }
state-amber = coming up
state-red = urgent
state-breached = overdue

# The case
case = The case
case-strong = sure match
case-offered = possible match
case-none = no case
case-choose = Which case is it about?
case-choose-one = Choose { $number }
case-no-candidates = We found no case that fits. The draft rests on open sources alone.

# The draft
draft = Draft
draft-writing = Writing a draft …
gaps-one = 1 field to fill in
gaps-many = { $n } fields to fill in
gap = Fill in: { $what }
source = Source { $n }
source-open = open
source-restricted = restricted, { $code }
source-valid-from = In force from { $day }
source-valid-to = held until { $day }
source-dated = Dated { $day }
source-retrieved = fetched { $time }
source-original = open in the archive
footer = Footer and sources
edited-by = Written by { $name }
writer = Draft from { $writer }
edit = Edit the text
edit-help = [1] is a source. ⟦…⟧ is a field to be filled in.
edit-reviewer = If you save, you become an author, and somebody else must approve. If you send it back as a proposal, you can approve it yourself.
edit-checking = Checking …
edit-checked = Checked
undo = Undo
copy = Copy
copied = The text is copied.
copy-failed = The text could not be copied from here. It is selected: press Ctrl+C, or Cmd+C on a Mac.
outcome-cannot = The archive does not answer this. Fill in what you know, or write the reply yourself.
recipients = To { $who }

# Findings
finding-stop = Prevents sending
finding-verify = Needs a second pair of eyes
finding-seen = Seen by a second pair of eyes
finding-decide = To be decided
finding-warn = Worth a look
finding-note = Checked
finding-none = No remarks
finding-place = Show in the text
tick = I have considered this
left-one = 1 item left
left-many = { $n } items left

# Standing
standing-awaiting = Waiting for approval
standing-awaiting-why = Sent for approval { $time }. You will see it here when somebody has looked at it.
standing-returned = { $name } sent the draft back
standing-approved = Approved by { $name }
standing-approved-why = Approved { $time }. If the text changes, it must be approved again.
standing-released = The reply is inserted
standing-released-why = Read it through, and press Send in Outlook. If the text changes, it is stopped when you send.
standing-released-prompt = Read it through, and press Send in Outlook. If the text has changed, you are asked before it goes.
standing-released-off = Read it through, and press Send in Outlook. IT has switched off the check at Send, so nobody looks whether the text has changed.
standing-unsure = We do not know whether the reply was sent
standing-unsure-why = Outlook did not answer. Look in Sent Items, or let Saksvar look, before you send it again.
standing-allowed = On its way
standing-allowed-why = The e-mail passed the check. It has not been found among sent items yet.
standing-sent = Sent
standing-sent-why = Sent by { $name }, found in Sent Items { $time }. The seal is used up.
send-sure = The reply is sent now, as it stands here, to { $who }. It cannot be called back.
journal-yes = Should be journalled in the case system
journal-no = Probably need not be journalled
rate = Was the draft good?
rate-good = Yes
rate-changed = Had to change it
rate-unusable = Of no use
standing-other = { $name } has a draft
standing-other-why = You can read it here. If you take over, you become the author of the text.
back-approved = { $name } approved the reply to { $citizen }. Open the mail to insert it.
back-returned = { $name } sent back the reply to { $citizen }. Open the mail to see why.
back-count = { $n } back from approval
stopped = The e-mail cannot be sent like this
stopped-why = Nothing is sent, and nothing is lost.
signature = Your signature in Outlook
signature-why = If Outlook puts a signature below the reply, paste it here once. It is then recognised when you send.
signature-saved = The signature is saved.

# Second reader
queue-empty = No drafts are waiting for approval.
queue-empty-why = When somebody asks for it, the draft appears here.
queue-by = draft by { $name }, revision { $n }
queue-own = Your own draft must be approved by somebody else.
changes = Changed since the revision before
proposed = Proposal by { $name }
added = added
removed = removed
comment = Comment to the caseworker
comment-needed = Write what must change, and we will send it back.
asked-by = { $name } asked for approval { $time }.
decided-approved = Approved. { $name } can insert the reply.
decided-returned = Sent back to { $name }.
minutes = { $n } min
hours = { $n } h
days = { $n } d

# Log
log = Events
log-empty = Nothing has happened to this e-mail yet.
log-no-draft = Open an e-mail to see what was done with the reply.
log-revision = revision { $n }
log-draft-prepared = made a draft
log-draft-shown = read the draft
log-draft-revised = changed the text
log-draft-taken-over = took over the draft
log-review-requested = asked for approval
log-draft-approved = approved
log-draft-returned = sent it back
log-review-refused = was not allowed to approve
log-draft-released = inserted the reply
log-send-allowed = let the e-mail through at Send
log-send-asked = asked before sending
log-send-stopped = stopped the e-mail at Send
log-send-ungated = did not look at the e-mail, the check was off
log-send-begun = began to send the reply
log-send-accepted = had the reply sent
log-send-unsure = did not learn whether the reply was sent
log-send-given-up = could not send the reply
log-draft-rated = said whether the draft was good
log-draft-sent = found the e-mail among sent items
log-sent-altered = found the e-mail among the sent items, but changed
log-other = another event
log-machine = Saksvar

# Progress
step-starting = Opening the conversation …
step-reading = Reading the conversation …
step-read = Read { $mails } e-mails and found { $questions } questions
step-found = Writing a draft … found { $n } sources
step-checking = Checking the draft …
looking = Looking for a draft …
loading = Loading …
said-ready = The draft is ready.
said-gaps = The draft is ready, but { $n } fields must be filled in.
said-cannot = The archive does not answer this.
said-saved = The change is saved.
said-inserted = The reply is inserted.
said-approved = Approved.
said-returned = Sent back.
said-requested = Sent for approval.
said-checked = Checked again, { $n } remarks.

# Empty and failed
empty = Open an e-mail
empty-why = Choose an enquiry in Outlook, and Saksvar reads the conversation and suggests a reply.
several = Several mails are selected
several-why = Select one of them, and Saksvar reads the conversation and suggests a reply.
protected = This mail is protected
protected-why = It is encrypted or its rights are restricted, so Saksvar cannot read it. Nothing was fetched. Read and answer it in Outlook.
empty-compose = No draft in this conversation
empty-compose-why = Open the e-mail you want to answer, and Saksvar makes a draft there.
outside-outlook = Open Saksvar in Outlook
outside-outlook-why = This page is a pane in Outlook and shows nothing by itself.
signed-out = Sign in to continue
signed-out-why = Saksvar needs your work account to read the e-mail you have open.
sign-in-failed = The sign-in was not completed. Try again.
offline = You are offline
offline-why = Your text is still here. We try again when the network is back.
failed = It did not work
failed-network = We could not reach Saksvar. Try again in a moment.
failed-garbled = The answer from Saksvar could not be read. Load the pane again.
failed-broken = The connection broke before the draft was finished. Nothing is lost.
failed-other-mail = You have opened another e-mail. Go back to the one the draft is for, and insert the reply there.
failed-insert = Outlook did not take the text. Open the reply yourself, and insert from here.
failed-too-long = The reply is too long to be inserted straight away. An empty reply is open: open Saksvar there, and insert it.
trace = Give { $id } if you ask for help.
mend = How to mend it

# Dates
months = Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec
day = { $day } { $month }
day-year = { $day } { $month } { $year }

# Languages
lang-nb = bokmål
lang-nn = nynorsk
lang-en = English
lang-da = Danish
lang-sv = Swedish
lang-se = Northern Sámi
lang-other = unknown language

# Kinds of findings
code-fee = Fee
code-deadline = Deadline
code-right = Right
code-legal-status = Legal status
code-refusal = Refusal
code-eligibility = Eligibility
code-liability = Liability
code-health = Health
code-child-welfare = Child welfare
code-crime = Crime
code-welfare = Benefits and finances
code-third-party = Other people
code-promise = Promise
code-personal-data = Personal data
code-decision = Decision
code-appeal-missing = Right of appeal missing
code-reasons-missing = Reasons missing
code-citation-missing = Source missing
code-unsupported = Not supported
code-contradicted = Contradicted by the source
code-personnel = Personnel matter
code-tone = Tone
code-law-unknown = Unknown legal ground
code-language = Language
code-language-mixed = Mixed written norms
code-readability = Hard to read
code-recipient = Recipient
code-restricted-source = Restricted source
code-old-source = Old source
code-account-changed = Account number changed
code-instruction = Instruction in the e-mail
code-sender = Sender
code-threat = Threat in the mail
code-writer = How the draft was made
