import { rateLimit } from 'express-rate-limit';
import { RedisStore } from 'rate-limit-redis';
import { createClient } from 'redis';

const redis = createClient({ url: process.env.REDIS_URL });

/** A few tries in a quarter of an hour, counted for all instances together. */
export const fewTries = rateLimit({
  windowMs: 15 * 60 * 1000,
  limit: 10,
  store: new RedisStore({ sendCommand: (...args) => redis.sendCommand(args) }),
});
