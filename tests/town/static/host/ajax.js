// What office.js calls of MicrosoftAjax: a few names that must be there, and errors with words.
(function () {
  function failed(kind) {
    return function (words) { return new Error(`Sys.${kind}Exception: ${words || ""}`); };
  }
  window.Type = Function;
  Type.registerNamespace = function (name) { window[name] = window[name] || {}; };
  Type.prototype.registerClass = function () { return this; };
  Function._validateParams = function () { return null; };
  for (const kind of ["argument", "argumentNull", "argumentOutOfRange", "argumentType", "invalidOperation", "parameterCount"]) {
    Error[kind] = failed(kind[0].toUpperCase() + kind.slice(1));
  }
  window.Sys = {
    Browser: {},
    Debug: { trace() {} },
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } },
    StringBuilder: function () {},
  };
})();
