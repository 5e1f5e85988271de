import { counted } from '../report/counted.ts';
import type { TokenExposure } from '../verify/exposures.ts';
import type { Verification } from '../verify/verify.ts';
import type { paintFor } from './paint.ts';

type Paint = ReturnType<typeof paintFor>;

/** What was found in a browser, for people. */
export function printVerification(found: Verification, paint: Paint): string {
  const { url, steps, exposures, cookies, problems, unchecked } = found;
  const bad = paint.red('✗');
  const lines = [paint.bold(url), paint.dim(`  ${steps.join(', ')}`), ''];
  if (exposures.length > 0) lines.push(paint.bold('Scripts can read a token'), ...exposureLines(exposures, paint), '');
  if (cookies.length > 0) {
    lines.push(paint.bold('Cookies of the session'));
    for (const { name, attributes, problems: weak } of cookies)
      lines.push(`  ${weak.length > 0 ? bad : paint.green('✓')} ${name}  ${paint.dim(attributes)}`, ...weak.map((one) => `      ${one}`));
    lines.push('');
  }
  if (problems.length > 0)
    lines.push(paint.bold('The server'), ...problems.flatMap(({ request, problem }) => [`  ${bad} ${request}`, `      ${problem}`]), '');
  if (unchecked.length > 0) lines.push(paint.bold('Not checked'), ...unchecked.map((one) => `  ? ${one}`), '');
  lines.push(summary(found), ...(exposures.length > 0 ? [ADVICE] : []));
  return lines.join('\n');
}

const ADVICE =
  'npx eslint-plugin-httponly scan names the lines of code; npx eslint-plugin-httponly migrate moves the app to HttpOnly cookies.';

function exposureLines(exposures: readonly TokenExposure[], paint: Paint): string[] {
  const width = Math.max(...exposures.map(({ place }) => place.length));
  return exposures.map(
    ({ place, name, what, preview, steps }) =>
      `  ${paint.red('✗')} ${place.padEnd(width)}  ${name}\n      ${paint.dim(`${what} (${preview}), at ${steps.join(', ')}`)}`,
  );
}

function summary({ exposures, cookies, problems, unchecked }: Verification): string {
  const weak = cookies.filter((cookie) => cookie.problems.length > 0).length;
  const parts = [
    exposures.length > 0 && `${counted(exposures.length, 'place')} where scripts can read a token`,
    weak > 0 && counted(weak, 'weak cookie'),
    problems.length > 0 && `${counted(problems.length, 'problem')} of the server`,
  ].filter((one) => one !== false);
  if (parts.length > 0) return `${parts.join(', ')}.`;
  return unchecked.length > 0 ? 'No script could read a token where it was looked.' : 'No script can read a token.';
}
