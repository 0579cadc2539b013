// What the older part of the library asks (`executeMethod`): that a button's function is done, and a token.
const COMPLETED = 94;
const ACCESS_TOKEN = 98;

const done = (more = {}) => ({ Version: 1, Error: 0, ...more });

const COMMANDS = {
  // 0: which press, 1: how the library fared, 2: the event as text, with what the handler said.
  [COMPLETED]: async (frame, data, ask) => {
    const turn = Number(data[0]);
    if (data[1] !== 0) await ask("unknown", [turn]);
    else await ask("completed", [turn, JSON.parse(data[2]).completedContext || {}]);
    return done();
  },
  [ACCESS_TOKEN]: async (frame, data, ask) => {
    if (frame.kind === "launch") return done({ Error: 13012 });
    return ask("token", []).then((accessToken) => done({ accessToken }), (error) => done({ Error: error.code }));
  },
};

export async function command(frame, data, ask) {
  const number = data.DdaMethod.DispatchId;
  if (!Object.hasOwn(COMMANDS, number)) throw new Error(`command ${number} is unknown.`);
  return COMMANDS[number](frame, data, ask);
}
