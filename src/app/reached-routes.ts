import type { TextPart } from '../flow/static-text.ts';
import { textParts } from '../flow/static-text.ts';
import type { Route } from './route.ts';
import type { Address, SentRequest } from './sent-requests.ts';

/** Whether a request reaches a route: it does, it does not, or too little of the two is known. */
export type Reaching = 'yes' | 'no' | 'unknown';

/** What stands for a piece of an address that is not known. */
const HOLE = '\0';

/** The whole address as a text, with holes. */
export function addressText({ base, rest }: Address): string {
  return [...(base ? textParts(base.file, base.node) : []), ...rest].map(textOfPart).join('');
}

/** The path that a request names below its base, as it is written: `/auth/login`. */
export function pathBelowBase({ rest }: Address): string {
  return writtenIn(rest);
}

/** The same with its base, as far as that is written too: `/api/` of `const API = '/api/'`. */
export function pathWithBase({ base, rest }: Address): string {
  return writtenIn([...(base ? textParts(base.file, base.node) : []), ...rest]);
}

function writtenIn(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : '')).join('');
}

function textOfPart(part: TextPart): string {
  return typeof part === 'string' ? part : HOLE;
}

/** Whether a request reaches a route, by its address. */
export function reaches({ address }: Pick<SentRequest, 'address'>, route: Pick<Route, 'path' | 'isWhole'>): Reaching {
  const wanted = segmentsOf(route.path);
  // A base from the environment may have a path of its own, which its default does not tell for certain.
  const answers = [addressText(address), HOLE + address.rest.map(textOfPart).join('')].map((text) => compared(text, wanted, route.isWhole));
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}

function compared(text: string, wanted: readonly string[], isWhole: boolean): Reaching {
  const asked = text.replace(/[?#].*$/s, '').replace(/^[a-z]+:\/\/[^/\0]*/i, '');
  const isOpen = asked.startsWith(HOLE);
  const segments = segmentsOf(isOpen ? asked.slice(1) : asked);
  const length = Math.min(segments.length, wanted.length);
  if (length === 0) return segments.length === wanted.length && !isOpen ? 'yes' : isOpen ? 'unknown' : 'no';
  const [end, ofRoute] = [segments.slice(-length), wanted.slice(-length)];
  if (!ofRoute.every((segment, i) => isSame(segment, end[i]!)))
    return ofRoute.every((segment, i) => mayBeSame(segment, end[i]!)) ? 'unknown' : 'no';
  if (segments.length === wanted.length) return 'yes';
  // A proxy may put a prefix before what is asked, or take one off; one segment in common says too little.
  if (segments.length > wanted.length) return isWhole && wanted.length > 1 ? 'yes' : 'unknown';
  return isOpen && (segments.length > 1 || wanted.length <= 2) ? 'yes' : 'unknown';
}

function isSame(ofRoute: string, asked: string): boolean {
  return ofRoute.startsWith(':') || ofRoute.toLowerCase() === asked.toLowerCase();
}

function mayBeSame(ofRoute: string, asked: string): boolean {
  return asked.includes(HOLE) || isSame(ofRoute, asked);
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((one) => one !== '' && one !== '.');
}
