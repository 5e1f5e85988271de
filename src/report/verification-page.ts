import type { Verification } from '../verify/verify.ts';
import { escaped, htmlPage, htmlTable } from './html.ts';

/** What was found in a browser, as one page that can be handed on. It holds no token. */
export function verificationPage({ url, steps, exposures, cookies, problems, unchecked }: Verification): string {
  const isBad = exposures.length > 0 || problems.length > 0 || cookies.some((cookie) => cookie.problems.length > 0);
  const verdict = isBad ? 'Not out of reach' : unchecked.length > 0 ? 'Nothing found where it was looked' : 'No script can read a token';
  const parts = [
    `<h1>${escaped(url)}</h1>`,
    `<p class="${isBad ? 'bad' : 'good'}">${verdict}</p>`,
    `<p class="quiet">What scripts of the app could read, at: ${escaped(steps.join(', '))}.</p>`,
  ];
  if (exposures.length > 0)
    parts.push(
      '<h2>Scripts can read a token</h2>',
      htmlTable(
        'Scripts can read a token',
        ['Place', 'Which', 'What it is', 'When'],
        exposures.map(({ place, name, what, preview, steps: at }) => [
          escaped(place),
          `<code>${escaped(name)}</code>`,
          `${escaped(what)} <span class="quiet">${escaped(preview)}</span>`,
          escaped(at.join(', ')),
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
          `<code>${escaped(name)}</code>`,
          escaped(attributes),
          weak.length > 0 ? weak.map((one) => `<p class="bad">${escaped(one)}</p>`).join('') : '<span class="good">Nothing</span>',
        ]),
      ),
    );
  if (problems.length > 0)
    parts.push(
      '<h2>The server</h2>',
      htmlTable(
        'The server',
        ['Request', 'What is wrong'],
        problems.map(({ request, problem }) => [`<code>${escaped(request)}</code>`, escaped(problem)]),
      ),
    );
  if (unchecked.length > 0) parts.push('<h2>Not checked</h2>', `<ul>${unchecked.map((one) => `<li>${escaped(one)}</li>`).join('\n')}</ul>`);
  return htmlPage(`httponly verify: ${url}`, parts.join('\n'));
}
