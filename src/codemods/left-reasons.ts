/**
 * Why a codemod leaves a place for a person, and whether people can use the app before it is done: `no` where pages or sign-in
 * would not work, `yes` where only the place itself is as it was. `docs/guides/left.md` has a section on each.
 */
export const LEFT_REASONS = {
  'token-needed': 'no',
  'token-decoded': 'no',
  'setter-handed-on': 'no',
  'storage-result-used': 'no',
  'key-among-others': 'no',
  'several-sessions': 'no',
  'state-kept-by-library': 'no',
  'sign-out-in-state': 'no',
  'guard-of-library': 'no',
  'no-place-for-middleware': 'no',
  'no-place-for-cookie': 'no',
  'response-not-rewritten': 'no',
  'session-in-envelope': 'no',
  'token-in-redirect': 'no',
  'socket-not-rewritten': 'no',
  'query-not-rewritten': 'no',
  'shared-sign-out': 'no',
  'validator-wants-token': 'no',
  'refresh-token-in-body': 'no',
  'several-origins': 'no',
  'sign-in-not-verified': 'no',
  'no-place-for-program-endpoint': 'yes',
  'storage-event': 'yes',
  'other-token': 'yes',
  'cookie-options-elsewhere': 'yes',
  'secret-in-code': 'yes',
  'secret-default': 'yes',
  'test-takes-token': 'yes',
  'test-seeds-token': 'yes',
  'test-expects-header': 'yes',
} as const satisfies Readonly<Record<string, 'yes' | 'no'>>;

/** See {@link LEFT_REASONS}. */
export type LeftReason = keyof typeof LEFT_REASONS;
