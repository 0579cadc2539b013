// The gate at Send (slusen). Plain ES2016 in one file: classic Outlook for Windows runs it in an engine without a page, without
// imports and without relative addresses. It asks the server twice: first with the conversation and a reference alone, and only
// when something is open there with the whole mail. It decides nothing itself but what happens when no answer comes.
// While a mail is written it asks the same ahead of Send, when recipients or attachments change, and shows what Send would say. Nothing
// of that answer is kept: at Send the server is asked again, because only then the mail is what will leave.
/* global Office */

var ORIGIN = "{{origin}}";
var LIMIT = 4000;
var LONGEST_SENTENCE = 500;
var LARGEST_HASHED = 8 * 1024 * 1024;
var PANE_COMMAND = "saksvarComposePane";
var NOTICE = "saksvar";
var NOTICE_ICON = "Icon.16";
var LONGEST_NOTICE = 150;
var SETTLES = 400;
var turns = 0;

var WORDS = {
  nb: {
    away: "Saksvar svarer ikke, og kunne ikke se over e-posten. Les gjennom en gang til. Send likevel, eller vent litt og prøv igjen.",
    stop: "Saksvar svarer ikke, og e-posten kan ikke sendes uten kontroll. Ingenting er sendt, og ingenting er tapt. Prøv igjen om litt.",
    open: "Åpne Saksvar"
  },
  nn: {
    away: "Saksvar svarer ikkje, og kunne ikkje sjå over e-posten. Les gjennom ein gong til. Send likevel, eller vent litt og prøv igjen.",
    stop: "Saksvar svarer ikkje, og e-posten kan ikkje sendast utan kontroll. Ingenting er sendt, og ingenting er tapt. Prøv igjen om litt.",
    open: "Opne Saksvar"
  },
  en: {
    away: "Saksvar does not answer, and could not look over the e-mail. Read it through once more. Send it anyway, or wait a little and try again.",
    stop: "Saksvar does not answer, and the e-mail cannot be sent unchecked. Nothing is sent, and nothing is lost. Try again in a moment.",
    open: "Open Saksvar"
  }
};

function onMessageSendHandler(event) {
  var gate = { event: event, done: false, policy: "ask", known: false, timer: null };
  try {
    gate.timer = setTimeout(function () { away(gate); }, LIMIT);
    begin(gate, Office.context.mailbox.item);
  } catch (error) {
    away(gate);
  }
}

function onMessageRecipientsChangedHandler(event) {
  lookAhead(event);
}

function onMessageAttachmentsChangedHandler(event) {
  lookAhead(event);
}

// Several changes in a row are asked about once. Whatever goes wrong here is told at Send, and not before.
function lookAhead(event) {
  var gate = { event: event, done: false, policy: "ask", known: false, timer: null, ahead: true, item: null };
  var turn = ++turns;
  try {
    gate.item = Office.context.mailbox.item;
    gate.timer = setTimeout(function () { complete(gate, {}); }, LIMIT);
    setTimeout(function () {
      if (turn !== turns) {
        complete(gate, {});
        return;
      }
      try {
        begin(gate, gate.item);
      } catch (error) {
        complete(gate, {});
      }
    }, SETTLES);
  } catch (error) {
    complete(gate, {});
  }
}

// Shows what Send would say, or takes away what was shown before.
function notice(gate, sentence) {
  var shown = sentence.length > LONGEST_NOTICE ? sentence.slice(0, LONGEST_NOTICE - 1) + "\u2026" : sentence;
  function done() { complete(gate, {}); }
  try {
    var messages = gate.item.notificationMessages;
    if (shown) {
      messages.replaceAsync(NOTICE, { type: "informationalMessage", message: shown, icon: NOTICE_ICON, persistent: false }, done);
    } else {
      messages.removeAsync(NOTICE, done);
    }
  } catch (error) {
    done();
  }
}

// Reads what is needed to ask whether anything is open here. Nothing of it leaves the machine but conversation and reference.
function begin(gate, item) {
  var mail = { item: item, conversation: rest(item.conversationId), reference: null, html: "" };
  all([
    function (done) { properties(gate, item, done); },
    function (done) { item.body.getAsync("html", done); }
  ], function (results) {
    // A body that cannot be read must not look like an empty one.
    if (!succeeded(results[1])) {
      away(gate);
      return;
    }
    mail.html = results[1].value || "";
    mail.reference = referenceIn(mail.html) || valueOf(results[0]) || null;
    post(gate, "/gate/know", { conversation: mail.conversation, reference: mail.reference }, function (answer) {
      if (answer.decision === "unknown" || answer.decision === "allow") {
        allow(gate);
      } else if (answer.decision === "known") {
        gate.known = true;
        confirm(gate, mail);
      } else {
        say(gate, answer);
      }
    });
  });
}

// Something is open here: the whole mail is shown to the server.
function confirm(gate, mail) {
  var item = mail.item;
  all([
    function (done) { item.from.getAsync(done); },
    function (done) { item.to.getAsync(done); },
    function (done) { item.cc.getAsync(done); },
    function (done) { item.bcc.getAsync(done); },
    function (done) { item.subject.getAsync(done); },
    function (done) { attachments(item, done); }
  ], function (results) {
    // A recipient list that cannot be read must not look like an empty one.
    for (var i = 0; i < results.length; i++) {
      if (!succeeded(results[i])) {
        away(gate);
        return;
      }
    }
    post(gate, gate.ahead ? "/gate/ahead" : "/gate/confirm", {
      reference: mail.reference,
      conversation: mail.conversation,
      from: address(results[0].value),
      to: addresses(results[1].value),
      cc: addresses(results[2].value),
      bcc: addresses(results[3].value),
      subject: results[4].value || "",
      html: mail.html,
      attachments: results[5].value
    }, function (answer) { say(gate, answer); });
  });
}

// ---- Answers ------------------------------------------------------------------------------------------------------------

function say(gate, answer) {
  if (gate.ahead) {
    notice(gate, answer.decision === "ask" || answer.decision === "stop" ? String(answer.sentence || "") : "");
  } else if (answer.decision === "allow" || answer.decision === "unknown") {
    allow(gate);
  } else if (answer.decision === "ask" || answer.decision === "stop") {
    refuse(gate, answer.sentence || words().stop, answer.decision === "ask", answer.place);
  } else {
    away(gate);
  }
}

// No answer in time, or none that makes sense: the policy kept with the item decides.
function away(gate) {
  if (gate.ahead) {
    complete(gate, {});
    return;
  }
  var ask = gate.policy !== "stop";
  refuse(gate, ask ? words().away : words().stop, ask);
}

function allow(gate) {
  if (gate.ahead) {
    notice(gate, "");
    return;
  }
  complete(gate, { allowEvent: true });
}

function refuse(gate, sentence, ask, place) {
  var shown = String(sentence).slice(0, LONGEST_SENTENCE);
  var outcome = { allowEvent: false, errorMessage: shown };
  if (ask) {
    outcome.sendModeOverride = "promptUser";
  }
  if (gate.known) {
    outcome.cancelLabel = words().open;
    outcome.commandId = PANE_COMMAND;
    outcome.contextData = JSON.stringify({ sentence: shown, place: place || "" });
  }
  complete(gate, outcome);
}

function complete(gate, outcome) {
  if (gate.done) {
    return;
  }
  gate.done = true;
  clearTimeout(gate.timer);
  try {
    gate.event.completed(outcome);
  } catch (error) {
    gate.event.completed({ allowEvent: outcome.allowEvent, errorMessage: outcome.errorMessage });
  }
}

function words() {
  var tag = "";
  try {
    tag = String(Office.context.displayLanguage || "").toLowerCase();
  } catch (error) {
    tag = "";
  }
  if (tag.indexOf("nn") === 0) {
    return WORDS.nn;
  }
  var norwegian = tag === "" || /^(nb|no|da|sv|se)/.test(tag);
  return norwegian ? WORDS.nb : WORDS.en;
}

// ---- Reading the mail ---------------------------------------------------------------------------------------------------

// Runs every task, at most three at a time as Outlook on the web allows, and gives their results in order.
function all(tasks, then) {
  var results = [];
  var next = 0;
  var left = tasks.length;
  function run() {
    if (next >= tasks.length) {
      return;
    }
    var place = next++;
    var answered = false;
    function done(result) {
      if (answered) {
        return;
      }
      answered = true;
      results[place] = result;
      left -= 1;
      if (left === 0) {
        then(results);
      } else {
        run();
      }
    }
    try {
      tasks[place](done);
    } catch (error) {
      done({ status: "failed" });
    }
  }
  if (left === 0) {
    then(results);
  }
  for (var i = 0; i < 3; i++) {
    run();
  }
}

function succeeded(result) {
  return !!result && result.status === "succeeded";
}

function valueOf(result) {
  return succeeded(result) ? result.value : null;
}

// The reference and the policy that the pane keeps with the item.
function properties(gate, item, done) {
  item.loadCustomPropertiesAsync(function (result) {
    if (!succeeded(result)) {
      done({ status: "failed" });
      return;
    }
    if (result.value.get("saksvar.away") === "stop") {
      gate.policy = "stop";
    }
    done({ status: "succeeded", value: reference(String(result.value.get("saksvar.reference") || "")) });
  });
}

// The first reference in the text: the newest part stands first, quotes of earlier mails follow.
function referenceIn(html) {
  var text = html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, "")
    .replace(/<\/?(p|div|br|hr|li|ul|ol|tr|td|th|table|h[1-6]|blockquote)\b[^>]*>/gi, " ").replace(/<[^>]*>/g, "").replace(/&nbsp;|&#160;|\u00a0/g, " ")
    .replace(/&shy;|[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").replace(/[\u2010-\u2015\u2212]|&#8209;/g, "-");
  return reference(text);
}

function reference(text) {
  var found = /(?:^|[^A-Za-z0-9])(SV(?:-[A-Za-z0-9]{4}){4})(?![A-Za-z0-9])/i.exec(text);
  return found ? found[1].toUpperCase() : null;
}

// Office gives ids of the older web services; Graph writes the same ones with two characters exchanged.
function rest(id) {
  return id ? String(id).replace(/\//g, "-").replace(/\+/g, "_") : null;
}

function address(person) {
  return person && person.emailAddress ? String(person.emailAddress) : "";
}

function addresses(people) {
  return (people || []).map(address);
}

// Names and sizes of what is attached, with a SHA-256 where the content can be had.
function attachments(item, done) {
  if (typeof item.getAttachmentsAsync !== "function") {
    done({ status: "failed" });
    return;
  }
  item.getAttachmentsAsync(function (result) {
    if (!succeeded(result)) {
      done(result);
      return;
    }
    var tasks = (result.value || []).map(function (attached) {
      return function (next) { attachment(item, attached, next); };
    });
    all(tasks, function (results) {
      done({ status: "succeeded", value: results.map(function (one) { return one.value; }) });
    });
  });
}

function attachment(item, attached, done) {
  var file = {
    name: String(attached.name || ""), size: Math.max(0, Math.round(attached.size || 0)), sha256: null, inline: attached.isInline === true
  };
  if (typeof item.getAttachmentContentAsync !== "function" || file.size > LARGEST_HASHED) {
    done({ status: "succeeded", value: file });
    return;
  }
  item.getAttachmentContentAsync(attached.id, function (result) {
    var content = valueOf(result);
    if (content && content.format === "base64") {
      try {
        var bytes = fromBase64(content.content);
        file.size = bytes.length;
        file.sha256 = sha256(bytes);
      } catch (error) {
        file.sha256 = null;
      }
    }
    done({ status: "succeeded", value: file });
  });
}

// ---- The wire -----------------------------------------------------------------------------------------------------------

function post(gate, path, body, then) {
  if (gate.done) {
    return;
  }
  var request = new XMLHttpRequest();
  var answered = false;
  function end(answer) {
    if (answered) {
      return;
    }
    answered = true;
    if (answer) {
      then(answer);
    } else {
      away(gate);
    }
  }
  request.onreadystatechange = function () {
    if (request.readyState === 4) {
      end(request.status === 200 ? answerIn(request.responseText) : null);
    }
  };
  request.onerror = function () { end(null); };
  try {
    request.open("POST", ORIGIN + path);
    request.setRequestHeader("Content-Type", "application/json");
    request.setRequestHeader("Accept-Language", language());
    request.send(JSON.stringify(body));
  } catch (error) {
    end(null);
  }
}

function language() {
  var said = words();
  return said === WORDS.nn ? "nn" : said === WORDS.en ? "en" : "nb";
}

function answerIn(text) {
  try {
    var answer = JSON.parse(text);
    return answer && typeof answer.decision === "string" ? answer : null;
  } catch (error) {
    return null;
  }
}

// ---- SHA-256 (FIPS 180-4); the engine of classic Outlook has no crypto.subtle ---------------------------------------------

var SIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fromBase64(text) {
  var plain = text.replace(/[^A-Za-z0-9+/]/g, "");
  var bytes = new Uint8Array(Math.floor(plain.length * 3 / 4));
  var at = 0;
  var bits = 0;
  var held = 0;
  for (var i = 0; i < plain.length; i++) {
    held = (held << 6 | SIXES.indexOf(plain.charAt(i))) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits & 255;
    }
  }
  return bytes;
}

// The first 32 bits of the fractional parts of a root (square or cube) of the first primes.
function constants(count, root) {
  var words = [];
  for (var n = 2; words.length < count; n++) {
    var prime = true;
    for (var d = 2; d * d <= n; d++) {
      prime = prime && n % d !== 0;
    }
    if (prime) {
      var value = Math.pow(n, 1 / root);
      words.push((value - Math.floor(value)) * 4294967296 | 0);
    }
  }
  return words;
}

function sha256(bytes) {
  var k = constants(64, 3);
  var state = constants(8, 2);
  var padded = new Uint8Array((bytes.length + 72 >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 128;
  var view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 536870912));
  view.setUint32(padded.length - 4, bytes.length << 3);
  var w = new Int32Array(64);
  for (var at = 0; at < padded.length; at += 64) {
    block(view, at, w, k, state);
  }
  return state.map(function (word) { return ("0000000" + (word >>> 0).toString(16)).slice(-8); }).join("");
}

function turned(x, n) {
  return x >>> n | x << 32 - n;
}

function block(view, at, w, k, state) {
  var i;
  for (i = 0; i < 16; i++) {
    w[i] = view.getInt32(at + i * 4);
  }
  for (i = 16; i < 64; i++) {
    var s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >>> 3;
    var s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >>> 10;
    w[i] = w[i - 16] + s0 + w[i - 7] + s1 | 0;
  }
  var s = state.slice();
  for (i = 0; i < 64; i++) {
    var t1 = s[7] + (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25)) + (s[4] & s[5] ^ ~s[4] & s[6]) + k[i] + w[i] | 0;
    var t2 = (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22)) + (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2]) | 0;
    s = [t1 + t2 | 0, s[0], s[1], s[2], s[3] + t1 | 0, s[4], s[5], s[6]];
  }
  for (i = 0; i < 8; i++) {
    state[i] = state[i] + s[i] | 0;
  }
}

Office.actions.associate("onMessageSendHandler", onMessageSendHandler);
Office.actions.associate("onMessageRecipientsChangedHandler", onMessageRecipientsChangedHandler);
Office.actions.associate("onMessageAttachmentsChangedHandler", onMessageAttachmentsChangedHandler);
