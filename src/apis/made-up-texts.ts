import type { Origin } from '../flow/origin.ts';
import { either } from '../credentials/alternatives.ts';

/**
 * What makes a text out of chance or out of a hash, and what is done to such a text: Node's crypto https://nodejs.org/api/crypto.html,
 * the Web's, uuid https://github.com/uuidjs/uuid, nanoid https://github.com/ai/nanoid, `Math.random`.
 */
const MADE_UP = either([
  /^(?:node:)?crypto#(?:randomBytes|randomUUID|randomInt|createHash|createHmac)\(\)/,
  /^(?:globalThis\.|window\.)?crypto\.(?:randomUUID|getRandomValues)\(\)/,
  /^uuid#(?:v[1-7]|default)?\(\)/,
  /^uuid\/v[1-5]#(?:default)?\(\)/,
  /^nanoid(?:\/non-secure)?#(?:nanoid|customAlphabet\(\))\(\)/,
  /^Math\.random\(\)/,
]);

/** Whether a value of this origin is made of chance or of a hash: nothing signed it, and no claim can be read in it. */
export function isMadeUpOrigin(origin: Origin): boolean {
  return MADE_UP.test(origin);
}
