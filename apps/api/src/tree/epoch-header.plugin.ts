import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Inject } from '@nestjs/common';
import { OperationTypeNode } from 'graphql';
import type { RequestContext } from '../common/request-context.js';
import { TreeService } from './tree.service.js';

const EPOCH_HEADER = 'x-epoch';

/** Tells whoever changed something the epoch that holds it, to send back as `x-min-epoch` with what is read next. */
@Plugin()
export class EpochHeaderPlugin implements ApolloServerPlugin<RequestContext> {
  constructor(@Inject(TreeService) private readonly tree: TreeService) {}

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({
      willSendResponse: (request) => {
        this.tell(request);
        return Promise.resolve();
      },
    });
  }

  private tell({ operation, response }: GraphQLRequestContextWillSendResponse<RequestContext>): void {
    const epoch = this.tree.knownEpoch;
    if (operation?.operation === OperationTypeNode.MUTATION && epoch !== null)
      response.http.headers.set(EPOCH_HEADER, String(epoch));
  }
}
