// What an argument must look like. Anything else is refused aloud: Outlook would make of it what it likes.
export const text = (value) => typeof value === "string";
export const whole = (value) => Number.isInteger(value);
export const any = () => true;
export const object = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
export const list = (value) => Array.isArray(value);
export const oneOf = (...all) => (value) => all.includes(value);
export const atMost = (longest) => (value) => text(value) && value.length <= longest;

export function held(params, shape) {
  const given = params || {};
  for (const [name, fits] of Object.entries(shape)) {
    if (!fits(given[name])) throw new Error(`its argument ${name} has the wrong shape.`);
  }
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(shape, name) && name !== "__timeout__") throw new Error(`it takes no argument ${name}.`);
  }
  return given;
}
