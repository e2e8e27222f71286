import { Controller, Get, Header, Inject, ServiceUnavailableException } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, register } from 'prom-client';
import { Public } from '../auth/permission.js';
import { Database } from '../database/database.js';
import { TreeService } from '../tree/tree.service.js';

collectDefaultMetrics();

/** Of several processes the one that lags behind shows here. */
const epochSeen = new Gauge({
  name: 'headwater_epoch',
  help: 'Newest epoch of rules and organization that this process has seen.',
});

/** For load balancers and Prometheus; they sign in to nothing. */
@Controller()
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

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
    epochSeen.set(this.tree.knownEpoch ?? 0);
    return register.metrics();
  }
}
