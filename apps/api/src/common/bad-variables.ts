import {
  isEnumType,
  isInputObjectType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { BadInput } from './errors.js';

type Variables = Readonly<Record<string, unknown>>;

/** Which variables are not what the operation asks for: the place within them, and what would do there. */
export const badVariables = (schema: GraphQLSchema, operation: OperationDefinitionNode, given: Variables): BadInput[] =>
  (operation.variableDefinitions ?? []).flatMap(({ variable, type: asked, defaultValue }) => {
    const type = typeFromAST(schema, asked);
    const name = variable.name.value;
    const value = given[name];
    if (!isInputType(type) || (value === undefined && defaultValue !== undefined)) return [];
    return faultsOf(type, value, name);
  });

const fault = (place: string, type: GraphQLInputType, message = `${place} must be ${String(type)}.`): BadInput[] => [
  new BadInput(place, message, isEnumType(type) ? namesOf(type) : { type: String(type) }),
];

const namesOf = (type: { getValues: () => readonly { name: string }[] }): string[] => type.getValues().map(({ name }) => name);

function faultsOf(type: GraphQLInputType, value: unknown, place: string): BadInput[] {
  if (isNonNullType(type)) return value == null ? fault(place, type) : faultsOf(type.ofType, value, place);
  if (value == null) return [];
  if (isListType(type)) {
    if (!Array.isArray(value)) return faultsOf(type.ofType, value, place);
    return value.flatMap((each, index) => faultsOf(type.ofType, each, `${place}.${String(index)}`));
  }
  if (isInputObjectType(type)) return faultsIn(type.getFields(), value, place) ?? fault(place, type);
  const problem = isLeafType(type) ? problemOf(type, value) : null;
  return problem === null ? [] : fault(place, type, problem);
}

type Fields = ReturnType<Extract<GraphQLInputType, { getFields: unknown }>['getFields']>;

/** Null where the value is no object at all. */
function faultsIn(fields: Fields, value: unknown, place: string): BadInput[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const held = value as Variables;
  const unknown = Object.keys(held).filter((key) => !(key in fields));
  return [
    ...unknown.map((key) => new BadInput(`${place}.${key}`, `${place} has no ${key}.`, Object.keys(fields))),
    ...Object.values(fields).flatMap((field) =>
      held[field.name] === undefined && !isRequiredInputField(field)
        ? []
        : faultsOf(field.type, held[field.name], `${place}.${field.name}`),
    ),
  ];
}

/** What the scalar itself says of a value that it cannot read; null where it can. */
function problemOf(type: { parseValue: (value: unknown) => unknown }, value: unknown): string | null {
  try {
    type.parseValue(value);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
