import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Fen } from '../common/scalars.js';
import { AssignmentView } from '../policies/policy.types.js';

@ObjectType('HomeFigures', { description: 'How it goes in all that the viewer reaches.' })
export class HomeFiguresView {
  @Field(() => Int) branches: number;
  @Field(() => Int, { description: 'Free returns on and not suspended.' }) branchesOn: number;
  @Field(() => Int) branchesSuspended: number;
  @Field(() => Int) openCases: number;
  @Field(() => Int) overdueCases: number;
  @Field(() => Int) disputes: number;
  @Field(() => Int, { description: 'Fields that units set for themselves.' }) drifts: number;
  @Field(() => Int, { description: 'Exemptions that end in the next fourteen days.' }) exemptionsEnding: number;
  @Field(() => Fen, { description: 'Returns, this month.' }) costThisMonth: number;
  @Field(() => Fen, { description: 'The same days of last month.' }) costSameDaysBefore: number;
  @Field(() => [AssignmentView], { description: 'What begins in the next fourteen days.' }) upcoming: AssignmentView[];
}
