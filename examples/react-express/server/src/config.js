import 'dotenv/config';

export const config = {
  port: Number(process.env.PORT) || 3001,
  jwtSecret: process.env.JWT_SECRET || 'fallback-secret-change-in-production',
  jwtExpiresIn: process.env.JWT_EXPIRES_IN || '8h',
  databaseFile: process.env.DATABASE_FILE || './data/tidepool.db',
  calendarWebhookSecret: process.env.CALENDAR_WEBHOOK_SECRET || '',
};
