import { either } from '../../credentials/alternatives.ts';

/**
 * Packages by which an app calls somebody else's API, with a key or token of that service: no cookie of the app's own reaches
 * it. Octokit, https://github.com/octokit/octokit.js; the others by their own pages on npm.
 */
const PACKAGES = either([
  /^@(?:octokit|notionhq|slack|linear|anthropic-ai|gitbeaker|huggingface|figma|mistralai)\//,
  /^(?:octokit|openai|googleapis|dropbox|stripe|airtable|replicate|cohere-ai|groq-sdk|jsforce)\b/,
  /^@google\/gen/,
]);

/** Whether something comes from such a package, by its origin. */
export function isOfService(origin: string): boolean {
  return PACKAGES.test(origin);
}
