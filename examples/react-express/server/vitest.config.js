import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.js'],
    env: {
      CALENDAR_WEBHOOK_SECRET: 'test-calendar-secret',
    },
  },
});
