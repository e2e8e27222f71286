import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, ValueNode, valueFromASTUntyped } from 'graphql';

/** GraphQL type tokens: `@Field(() => Instant)` on a `number` (epoch ms), `@Field(() => Fen)`, `@Field(() => Json)`. */
export class Instant {}
export class Fen {}
export class Json {}

function readInstant(value: unknown): number {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at))
    throw new GraphQLError('An instant is written in ISO 8601, such as 2026-03-12T06:05:00Z.', {
      extensions: { code: 'BAD_INPUT' },
    });
  return at;
}

function readFen(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new GraphQLError('An amount is a whole number of fen.', { extensions: { code: 'BAD_INPUT' } });
  }
  return value;
}

@Scalar('Instant', () => Instant)
export class InstantScalar implements CustomScalar<string, number> {
  description = 'UTC instant, ISO 8601.';
  serialize(value: unknown): string {
    return new Date(value as number).toISOString();
  }
  parseValue(value: unknown): number {
    return readInstant(value);
  }
  parseLiteral(node: ValueNode): number {
    return readInstant(node.kind === Kind.STRING ? node.value : undefined);
  }
}

@Scalar('Fen', () => Fen)
export class FenScalar implements CustomScalar<number, number> {
  description = 'Whole fen (minor units), a safe integer.';
  serialize(value: unknown): number {
    return readFen(value);
  }
  parseValue(value: unknown): number {
    return readFen(value);
  }
  parseLiteral(node: ValueNode): number {
    return readFen(node.kind === Kind.INT ? Number(node.value) : undefined);
  }
}

@Scalar('JSON', () => Json)
export class JsonScalar implements CustomScalar<unknown, unknown> {
  description = 'Any JSON value; its shape is stated where it is used.';
  serialize(value: unknown): unknown {
    return value;
  }
  parseValue(value: unknown): unknown {
    return value;
  }
  parseLiteral(node: ValueNode, variables?: Record<string, unknown> | null): unknown {
    return valueFromASTUntyped(node, variables);
  }
}
