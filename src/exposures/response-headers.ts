import type { ResponseHeader } from '../apis/server/index.ts';
import { readName } from '../credentials/names.ts';
import type { Node } from '../syntax/nodes.ts';
import { runtimeAt } from '../syntax/runtime.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { isAuthPlace } from './auth-places.ts';
import type { Credential } from './credential.ts';
import { isCredential } from './credential.ts';
import { evidenceFor } from './evidence.ts';
import type { ResponseHeaderExposure } from './exposure.ts';
import { isFromRequest } from './request-echo.ts';
import { serversIn } from './server-apis.ts';

/** Text without which no answer has a token in a header. */
export const RESPONSE_HEADER_HINT = [/token|jwt|bearer/i, /header|\.set\b|\.append\b/i];

/** Session credentials in the headers of a server's answers, which scripts read as well as the bodies. Cookies are another matter. */
export const responseHeaderExposures = perFile((file): readonly ResponseHeaderExposure[] => {
  const found = new Map<Node, ResponseHeaderExposure>();
  for (const api of serversIn(file)) {
    for (const header of api.headers?.(file) ?? []) {
      const credential = found.has(header.node) || runtimeAt(file, header.node) === 'browser' ? undefined : judge(file, header);
      if (credential)
        found.set(header.node, {
          kind: 'response-header',
          file,
          node: header.node,
          header: header.name,
          name: credential.name,
          reason: credential.reason,
        });
    }
  }
  return [...found.values()];
});

function judge(file: SourceFile, { name, value, handler }: ResponseHeader): Credential | undefined {
  if (/^(?:set-cookie|location|refresh|link)$/i.test(name) || readName(name, file.settings.names).trade !== undefined) return undefined;
  // What the caller sent goes back to whoever has it.
  if (isFromRequest(file, value)) return undefined;
  const evidence = evidenceFor(file, value);
  return isCredential(evidence) && (evidence.strength !== 'likely' || isAuthPlace(file, handler)) ? evidence : undefined;
}
