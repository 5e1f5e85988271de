import fc from 'fast-check';

// The same inputs at each run, so that a test fails for what was changed; `npm run test:random` tries others.
if (!process.env.HTTPONLY_RANDOM) fc.configureGlobal({ seed: 20_250_601 });
