import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import { collectDefaultMetrics, register } from 'prom-client';
import { Public } from '../auth/permission.js';
import { Database } from '../database/database.js';

collectDefaultMetrics();

/** For load balancers and Prometheus; they sign in to nothing. */
@Controller()
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Public()
  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  @Public()
  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    try {
      await this.database.read.query('SELECT 1');
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException({ status: 'the database does not answer' });
    }
  }

  @Public()
  @Get('metrics')
  @Header('content-type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics();
  }
}
