// The same in node's `vm`: a line of JSON a story, read from the standard input, each in a world of its own.
const vm = require("node:vm");
const { world, script, stories } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
for (const story of stories) {
  const context = vm.createContext(Object.create(null));
  vm.runInContext("delete globalThis.console", context);
  vm.runInContext(world, context);
  vm.runInContext(script, context);
  const foreign = vm.runInContext("foreign()", context);
  const told = foreign ? JSON.stringify({ foreign }) : vm.runInContext(`told(${JSON.stringify(story)})`, context);
  console.log(told);
}
