import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Inject } from '@nestjs/common';
import { Clock } from './clock.js';
import type { RequestContext } from './request-context.js';

const SERVER_TIME_HEADER = 'x-server-time';

/** Tells with each answer when it was given, so that who reads it does not take what began just now for something to come. */
@Plugin()
export class ServerTimePlugin implements ApolloServerPlugin<RequestContext> {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      willSendResponse: (request) => {
        this.tell(request);
        return Promise.resolve();
      },
    });
  }

  private tell({ response }: GraphQLRequestContextWillSendResponse<RequestContext>): void {
    response.http.headers.set(SERVER_TIME_HEADER, new Date(this.clock.now()).toISOString());
  }
}
