// What classic Outlook gives the gate's script, and nothing more: Office, timers, and requests to whole addresses. Time passes here only
// when it is told to. Everything is plain, so that any engine of JavaScript can be that world.
var world = { now: 0, last: 0, timers: [], asked: [], touched: [], associated: {}, outcome: null, completions: 0, underWay: 0, story: {} };

function setTimeout(act, wait) {
  world.last += 1;
  world.timers.push({ id: world.last, at: world.now + (wait || 0), act: act });
  return world.last;
}

function clearTimeout(id) {
  world.timers = world.timers.filter(function (it) { return it.id !== id; });
}

// Lets time pass, timer by timer.
function pass(until) {
  for (;;) {
    var due = world.timers.filter(function (it) { return it.at <= until; });
    due.sort(function (a, b) { return a.at - b.at || a.id - b.id; });
    if (!due.length) break;
    clearTimeout(due[0].id);
    world.now = due[0].at;
    due[0].act();
  }
  world.now = until;
}

// A request without a whole address is refused, as is one that waits for its answer.
function XMLHttpRequest() {
  this.readyState = 0;
}
XMLHttpRequest.prototype = {
  open: function (method, address, later) {
    if (!/^https:\/\/[^/]+\//.test(address)) throw new Error("A relative address leads nowhere here.");
    if (later === false) throw new Error("Nothing may wait here.");
    this.path = address.replace(/^https:\/\/[^/]+/, "");
    this.headers = {};
  },
  setRequestHeader: function (name, value) { this.headers[name.toLowerCase()] = value; },
  send: function (body) {
    var request = this;
    world.asked.push({ path: request.path, headers: request.headers, body: JSON.parse(body) });
    var answer = (world.story.server || {})[request.path];
    if (!answer) return;
    setTimeout(function () {
      if (answer.breaks) { if (request.onerror) request.onerror(); return; }
      request.readyState = 4;
      request.status = answer.status || 200;
      if (answer.times) answer.says.sentence = answer.says.sentence.repeat(answer.times);
      request.responseText = answer.text !== undefined ? answer.text : JSON.stringify(answer.says);
      if (request.onreadystatechange) request.onreadystatechange();
    }, answer.after);
  }
};

// An asynchronous method of the item. Outlook on the web refuses the fourth at once; a story may have one fail, or take its time.
function method(name, value) {
  return function () {
    var callback = arguments[arguments.length - 1];
    var told = (world.story.outlook || {})[name] || {};
    world.underWay += 1;
    var refused = world.underWay > 3 || told.fails;
    setTimeout(function () {
      world.underWay -= 1;
      callback(refused ? { status: "failed", error: { code: 9000 } } : { status: "succeeded", value: value() });
    }, told.after);
  };
}

function held(value) {
  return function () { return value; };
}

function item(mail) {
  var kept = mail.properties || {};
  var files = mail.attachments || [];
  function people(list) {
    return (list || []).map(function (it) { return { displayName: it, emailAddress: it }; });
  }
  var made = {
    conversationId: mail.conversation || null,
    body: { getAsync: method("body", held((mail.html || "").repeat(mail.times || 1))) },
    subject: { getAsync: method("subject", held(mail.subject || "")) },
    from: { getAsync: method("from", held(people([mail.from || "kari@fjordvik.example"])[0])) },
    loadCustomPropertiesAsync: method("properties", held({ get: function (name) { return kept[name]; } })),
    getAttachmentsAsync: method("attachments", held(files)),
    getAttachmentContentAsync: function (id, callback) {
      var file = files.filter(function (it) { return it.id === id; })[0];
      method("attachment", held({ format: "base64", content: file.content }))(callback);
    }
  };
  ["to", "cc", "bcc"].forEach(function (field) { made[field] = { getAsync: method(field, held(people(mail[field]))) }; });
  return made;
}

// While the script is read it may only give its handlers' names; what else it touches is noted.
var Office = {
  actions: { associate: function (name, handler) { world.associated[name] = handler; } }
};
["context", "onReady", "initialize", "auth", "addin"].forEach(function (name) {
  Object.defineProperty(Office, name, { configurable: true, get: function () { world.touched.push(name); } });
});

// One story from its beginning to a minute after; what came of it is JSON.
function told(text) {
  var touched = world.touched.slice();
  world.story = JSON.parse(text);
  Object.defineProperty(Office, "context", {
    value: { displayLanguage: world.story.language || "nb-NO", mailbox: { item: item(world.story.mail || {}) } }
  });
  var at = null;
  world.associated[world.story.handler || "onMessageSendHandler"]({
    completed: function (outcome) {
      world.completions += 1;
      if (world.story.olderOutlook && outcome.commandId) throw new Error("This Outlook knows no commandId.");
      if (world.outcome) return;
      world.outcome = outcome;
      at = world.now;
    }
  });
  pass(60000);
  return JSON.stringify({ outcome: world.outcome, at: at, asked: world.asked, touched: touched, completions: world.completions });
}

// Names of a page or a server that are here all the same.
function foreign() {
  return ["window", "self", "document", "navigator", "location", "localStorage", "sessionStorage", "cookieStore", "fetch", "URL", "URLSearchParams",
    "DOMParser", "TextEncoder", "crypto", "console", "require", "process", "importScripts"].filter(function (name) {
    return typeof globalThis[name] !== "undefined";
  }).join(" ");
}
