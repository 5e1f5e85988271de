import { ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import cookieParser from 'cookie-parser';
import helmet from 'helmet';
import { AppModule } from './app.module';
import { csrfProtection } from './csrf';

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  const config = app.get(ConfigService);
  app.use(helmet());
  app.use(cookieParser());
  app.use(csrfProtection(config.getOrThrow<string>('CSRF_SECRET')));
  app.enableCors({ origin: config.getOrThrow<string>('CLIENT_ORIGIN'), credentials: true });
  app.setGlobalPrefix('api');
  await app.listen(config.get('PORT') ?? 3000);
}

void bootstrap();
