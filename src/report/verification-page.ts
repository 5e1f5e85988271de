import type { Verdict, Verification } from '../verify/verify.ts';
import { verdictOf } from '../verify/verify.ts';
import { htmlOf, htmlPage, htmlTable } from './html.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  bad: 'Not out of reach',
  good: 'No script can read a token',
  unknown: 'Nothing found where it was looked',
};

/** What was found in a browser, as one page that can be handed on. It holds no token. */
export function verificationPage(found: Verification): string {
  const { url, steps, exposures, cookies, problems, unchecked } = found;
  const verdict = verdictOf(found);
  const parts = [
    `<h1>${htmlOf(url)}</h1>`,
    `<p class="${verdict === 'bad' ? 'bad' : 'good'}">${VERDICTS[verdict]}</p>`,
    `<p class="quiet">What scripts of the app could read, at: ${htmlOf(steps.join(', '))}.</p>`,
  ];
  if (exposures.length > 0)
    parts.push(
      '<h2>Scripts can read a token</h2>',
      htmlTable(
        'Scripts can read a token',
        ['Place', 'Which', 'What it is', 'When'],
        exposures.map(({ place, name, what, preview, steps: at }) => [
          htmlOf(place),
          `<code>${htmlOf(name)}</code>`,
          `${htmlOf(what)} <span class="quiet">${htmlOf(preview)}</span>`,
          htmlOf(at.join(', ')),
        ]),
      ),
    );
  if (cookies.length > 0)
    parts.push(
      '<h2>Cookies of the session</h2>',
      htmlTable(
        'Cookies of the session',
        ['Cookie', 'Attributes', 'What is weak'],
        cookies.map(({ name, attributes, problems: weak }) => [
          `<code>${htmlOf(name)}</code>`,
          htmlOf(attributes),
          weak.length > 0 ? weak.map((one) => `<p class="bad">${htmlOf(one)}</p>`).join('') : '<span class="good">Nothing</span>',
        ]),
      ),
    );
  if (problems.length > 0)
    parts.push(
      '<h2>The server</h2>',
      htmlTable(
        'The server',
        ['Request', 'What is wrong'],
        problems.map(({ request, problem }) => [`<code>${htmlOf(request)}</code>`, htmlOf(problem)]),
      ),
    );
  if (unchecked.length > 0) parts.push('<h2>Not checked</h2>', `<ul>${unchecked.map((one) => `<li>${htmlOf(one)}</li>`).join('\n')}</ul>`);
  return htmlPage(`httponly verify: ${url}`, parts.join('\n'));
}
