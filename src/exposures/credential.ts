import type { CredentialKind } from '../credentials/names.ts';
import type { Node } from '../syntax/nodes.ts';
import type { SourceFile } from '../syntax/source-file.ts';

/**
 * How sure it is that an expression is a credential:
 * - `flow`: the value was seen to be one (read from a storage under a credential's key, signed here);
 * - `name`: it bears a name that nothing else bears (`accessToken`);
 * - `likely`: it bears a name that other things bear too (`token`): the place where it goes decides.
 */
export type Strength = 'flow' | 'name' | 'likely';

/** An expression that is taken for a credential, and why. */
export interface Credential {
  /** Where it was seen: the identifier, member, call or property. */
  readonly node: Node;
  readonly file: SourceFile;
  /** The name by which people know it. */
  readonly name: string;
  readonly kind: CredentialKind;
  readonly strength: Strength;
  /** Why, as a clause for messages: "it is read from localStorage key 'jwt' (line 12)". */
  readonly reason: string;
  /** For a flow, where it was seen to come from. */
  readonly source?: 'storage' | 'signing';
}

/** The answer for a value that is certainly no credential, whatever it is called: a flag, a number, a claim, an empty text. */
export const NOT_A_CREDENTIAL = Symbol('not a credential');

/** What is known of a value whose evidence is still being gathered, where that leads back to the value itself. */
export const NOTHING_YET = Symbol('nothing yet');

/** A credential, the certainty that it is none, or undefined: nothing is known. */
export type Evidence = Credential | typeof NOT_A_CREDENTIAL | typeof NOTHING_YET | undefined;

const RANK: Readonly<Record<Strength, number>> = { flow: 3, name: 2, likely: 1 };

/**
 * The strongest of several answers about one value. "None" counts only where all agree. What leads back to the value
 * itself says nothing: the others decide.
 */
export function strongest(answers: readonly Evidence[]): Evidence {
  const outside = answers.filter((one) => one !== NOTHING_YET);
  if (outside.length === 0) return answers.length > 0 ? NOTHING_YET : undefined;
  let best: Evidence = outside.every((one) => one === NOT_A_CREDENTIAL) ? NOT_A_CREDENTIAL : undefined;
  for (const one of outside) {
    if (!isCredential(one)) continue;
    if (!isCredential(best) || RANK[one.strength] > RANK[best.strength]) best = one;
  }
  return best;
}

/** Whether two answers about one value say the same. */
export function isSameEvidence(one: Evidence, other: Evidence): boolean {
  return isCredential(one) && isCredential(other)
    ? one.strength === other.strength && one.kind === other.kind && one.reason === other.reason && one.source === other.source
    : one === other;
}

/** Whether the answer is a credential. */
export function isCredential(evidence: Evidence): evidence is Credential {
  return typeof evidence === 'object';
}

/** A credential as another file speaks of it: a line of its own file is said with that file's name. */
export function seenFrom(file: SourceFile, credential: Credential): Credential {
  if (credential.file === file) return credential;
  const reason = credential.reason.replace(/\(line (\d+)\)/, `(line $1 of ${shortName(credential.file.path, file.path)})`);
  return reason === credential.reason ? credential : { ...credential, reason };
}

/** A path without the folders that it shares with another: `lib/tokens.ts` of `/app/lib/tokens.ts` beside `/app/routes/login.ts`. */
function shortName(path: string, beside: string): string {
  const [own, other] = [path, beside].map((one) => one.split(/[\\/]/)) as [string[], string[]];
  const first = own.findIndex((part, i) => part !== other[i]);
  return own.slice(first).join('/');
}

/** The words of which every token's name has one. */
export const TOKEN_WORDS = /token|jwt|bearer/i;
