import type { JwtApi, KeySetting, TokenDecoding, TokenSettings, TokenVerification } from '../apis/jwt/index.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { perFile } from '../syntax/source-file.ts';
import { jwtLibrariesIn } from './token-sources.ts';

/** Text without which no file uses a JWT library, or reads a token by hand. */
export const JWT_HINT = /jwt|jose\b|jsonwebtoken/i;

function fromAll<T>(ask: (api: JwtApi, file: SourceFile) => Iterable<T> | undefined): (file: SourceFile) => readonly T[] {
  return perFile((file) => jwtLibrariesIn(file).flatMap((api) => [...(ask(api, file) ?? [])]));
}

/** Every call in the file that checks a token. */
export const verificationsOf = fromAll<TokenVerification>((api, file) => api.verifications?.(file));

/** Every call in the file by which a library reads a token without checking it. */
export const decodingsOf = fromAll<TokenDecoding>((api, file) => api.decodings?.(file));

/** The secrets that libraries are told apart from calls that sign, and which library that is. */
export const keysOf = fromAll<KeySetting & { readonly api: JwtApi }>((api, file) =>
  Array.from(api.keys?.(file) ?? [], (setting) => ({ ...setting, api })),
);

/** What libraries are told in the file for all the tokens that they sign. */
export const tokenSettingsOf = fromAll<TokenSettings>((api, file) => api.settings?.(file));
