import type { NextFunction, Response } from 'express';
import { verify } from 'jsonwebtoken';
import type { DataStoredInToken, RequestWithUser } from '../interfaces/auth';
import { HttpException } from '../utils/http-exception';

const getAuthorization = (req: RequestWithUser) => {
  const header = req.header('Authorization');
  if (header) return header.split('Bearer ')[1];
  return null;
};

export const AuthMiddleware = (req: RequestWithUser, res: Response, next: NextFunction): void => {
  try {
    const Authorization = getAuthorization(req);
    if (Authorization) {
      req.user = verify(Authorization, process.env.JWT_SECRET as string) as DataStoredInToken;
      next();
    } else {
      next(new HttpException(401, 'Authentication token missing'));
    }
  } catch (error) {
    next(new HttpException(401, 'Wrong authentication token'));
  }
};
