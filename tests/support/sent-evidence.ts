import { isCredential, NOT_A_CREDENTIAL } from '../../src/exposures/credential.ts';
import { evidenceFor } from '../../src/exposures/evidence.ts';
import { parseFile } from '../../src/parsing/parse.ts';
import { DEFAULT_SETTINGS } from '../../src/syntax/settings.ts';
import { nodesOf } from '../../src/syntax/source-file.ts';

/** What is known of the first argument of `send(…)`, where names alone would say nothing. */
export function sent(code: string, name = 'file.tsx'): string {
  const file = parseFile(`/virtual/${name}`, code, { settings: DEFAULT_SETTINGS });
  const call = nodesOf(file, 'CallExpression').find(({ callee }) => callee.type === 'Identifier' && callee.name === 'send')!;
  const evidence = evidenceFor(file, call.arguments[0]!);
  if (evidence === NOT_A_CREDENTIAL) return 'none';
  return isCredential(evidence) ? evidence.strength : 'unknown';
}
