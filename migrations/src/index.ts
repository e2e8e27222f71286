import type { MigrationInterface } from 'typeorm';
import { CarrierClaims1795730200000 } from './carrier-claims.js';
import { ClaimsByHand1795760000000 } from './claims-by-hand.js';
import { CaseJobs1795430000000 } from './case-jobs.js';
import { ChangeSets1795340000000 } from './change-sets.js';
import { Acknowledgements1795343600000 } from './acknowledgements.js';
import { Bearers1795750000000 } from './bearers.js';
import { Bills1795635200000 } from './bills.js';
import { Budgets1795548800000 } from './budgets.js';
import { BuyerParcels1795458800000 } from './buyer-parcels.js';
import { BuyerRisk1795392000000 } from './buyer-risk.js';
import { AmountRank1795389000000 } from './amount-rank.js';
import { CasePhotos1795385500000 } from './case-photos.js';
import { CaseExtensions1795408400000 } from './case-extensions.js';
import { CaseOverrules1795415600000 } from './case-overrules.js';
import { ClosedDays1795422800000 } from './closed-days.js';
import { ClosedMonths1795455200000 } from './closed-months.js';
import { CasePresence1795368800000 } from './case-presence.js';
import { FollowUpAnswer1795437200000 } from './follow-up-answer.js';
import { CountedMarks1795725600000 } from './counted-marks.js';
import { EpochTimes1795309200000 } from './epoch-times.js';
import { Exemptions1795305600000 } from './exemptions.js';
import { GoodsCosts1795730000000 } from './goods-costs.js';
import { GoodsLosses1795730100000 } from './goods-losses.js';
import { LedgerClaims1795726800000 } from './ledger-claims.js';
import { LedgerDays1795722000000 } from './ledger-days.js';
import { LiabilityAppeals1795404800000 } from './liability-appeals.js';
import { Jobs1795350800000 } from './jobs.js';
import { JobFailures1795372400000 } from './job-failures.js';
import { RemindedCases1795440800000 } from './reminded-cases.js';
import { ReturnDays1795347200000 } from './return-days.js';
import { Initial1763769600000 } from './initial.js';
import { InsurerBills1795740000000 } from './insurer-bills.js';
import { NoReasonConfirmed1795388100000 } from './no-reason-confirmed.js';
import { OpenedDays1795444400000 } from './opened-days.js';
import { OrderPremiums1795462400000 } from './order-premiums.js';
import { OrgArchives1795426400000 } from './org-archives.js';
import { OrderCampaigns1795753600000 } from './order-campaigns.js';
import { OrderContacts1795412000000 } from './order-contacts.js';
import { PriceCards1795770000000 } from './price-cards.js';
import { Replacements1795365200000 } from './replacements.js';
import { SavedViews1795379600000 } from './saved-views.js';
import { ReturnLabels1795448000000 } from './return-labels.js';
import { ReviewTrail1795383200000 } from './review-trail.js';
import { Rollouts1795361600000 } from './rollouts.js';
import { StaleParcels1795419200000 } from './stale-parcels.js';
import { WideColumns1795376000000 } from './wide-columns.js';

/** Every step of the schema, oldest first; the same on SQLite, MySQL and MariaDB. */
export const migrations: (new () => MigrationInterface)[] = [
  Initial1763769600000,
  Exemptions1795305600000,
  EpochTimes1795309200000,
  ChangeSets1795340000000,
  Acknowledgements1795343600000,
  ReturnDays1795347200000,
  Jobs1795350800000,
  Rollouts1795361600000,
  Replacements1795365200000,
  CasePresence1795368800000,
  JobFailures1795372400000,
  WideColumns1795376000000,
  SavedViews1795379600000,
  ReviewTrail1795383200000,
  CasePhotos1795385500000,
  NoReasonConfirmed1795388100000,
  AmountRank1795389000000,
  BuyerRisk1795392000000,
  LiabilityAppeals1795404800000,
  CaseExtensions1795408400000,
  OrderContacts1795412000000,
  CaseOverrules1795415600000,
  StaleParcels1795419200000,
  ClosedDays1795422800000,
  OrgArchives1795426400000,
  CaseJobs1795430000000,
  FollowUpAnswer1795437200000,
  RemindedCases1795440800000,
  OpenedDays1795444400000,
  ReturnLabels1795448000000,
  ClosedMonths1795455200000,
  BuyerParcels1795458800000,
  OrderPremiums1795462400000,
  Budgets1795548800000,
  Bills1795635200000,
  LedgerDays1795722000000,
  CountedMarks1795725600000,
  LedgerClaims1795726800000,
  GoodsCosts1795730000000,
  GoodsLosses1795730100000,
  CarrierClaims1795730200000,
  InsurerBills1795740000000,
  Bearers1795750000000,
  OrderCampaigns1795753600000,
  ClaimsByHand1795760000000,
  PriceCards1795770000000,
];
