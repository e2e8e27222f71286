import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import type { OpenedSession } from './session.service.js';

/** The cookie that carries a session's token: out of reach of scripts, and of requests other sites cause. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.secure = config.publicUrl.startsWith('https:');
    // The prefix makes browsers refuse the cookie from any other host or without https.
    this.name = this.secure ? '__Host-headwater' : 'headwater';
  }

  read(request: FastifyRequest): string | null {
    return request.cookies[this.name] ?? null;
  }

  set(reply: FastifyReply, token: string, expiresAt: number): void {
    void reply.setCookie(this.name, token, { ...this.attributes, expires: new Date(expiresAt) });
  }

  setFor(reply: FastifyReply, { session, token }: OpenedSession): void {
    this.set(reply, token, session.expiresAt);
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes);
  }

  private get attributes() {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' } as const;
  }
}
