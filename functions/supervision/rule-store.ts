import { dutyRule, type EditedRule, type RuleDraft } from '@geoarchive/contract/supervision.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { type DutyRule, shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite, type By } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const row = z.object({ rule: dutyRule, by: z.string(), at: z.string(), reason: z.string() });
const pk = 'duty-rules';
const sk = ({ id, version }: Pick<DutyRule, 'id' | 'version'>) => `${id}#${String(version).padStart(6, '0')}`;

/** A rule with a draft in its place, as its next version. */
export const nextVersion = (rules: readonly DutyRule[], id: string, draft: RuleDraft): DutyRule => {
  const versions = rules.filter((rule) => rule.id === id).toSorted((a, b) => a.version - b.version);
  const last = versions.at(-1);
  if (last === undefined)
    throw new Problem('not-found', { zh: '没有这条规则。', en: 'There is no such rule.' });
  // Only what a draft does not speak of is taken over: a condition left out is one taken away.
  const { id: _, name, sources, occasion, ground } = last;
  return { ...draft, id, version: last.version + 1, name, sources, occasion, ground };
};

/** The rules of due dates: those that came with the system, and the versions that were added here. None is ever changed. */
export const ruleStore = (table: Table, clock: Clock) => {
  const added = async (): Promise<EditedRule[]> => {
    const found: EditedRule[] = [];
    for await (const one of table.each(pk)) {
      const { rule, by, at, reason } = row.parse(one);
      found.push({ ...rule, edited: { by, at, reason } });
    }
    return found;
  };
  const all = async (): Promise<DutyRule[]> => [...shippedRules, ...(await added())];
  return {
    all,
    /** All versions as people see them, by rule and version. */
    async shown(): Promise<EditedRule[]> {
      const shipped = shippedRules.map((rule): EditedRule => dutyRule.parse(rule));
      const order = new Map(shippedRules.map(({ id }, at) => [id, at]));
      return [...shipped, ...(await added())].toSorted(
        (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0) || a.version - b.version,
      );
    },
    async add(
      id: string,
      draft: RuleDraft,
      told: { action: string; by: By & { name: string }; reason: string },
    ): Promise<EditedRule> {
      const rule = dutyRule.parse(nextVersion(await all(), id, draft));
      const edited = { by: told.by.name, at: clock().toISOString(), reason: told.reason };
      try {
        await table.transact([
          {
            Put: {
              TableName: table.name,
              Item: { pk, sk: sk(rule), rule, ...edited },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          auditWrite(table.name, clock, {
            about: `rule-${id}`,
            action: told.action,
            by: told.by,
            detail: { version: rule.version, ...draft, reason: told.reason },
          }),
        ]);
      } catch (error) {
        // Somebody added a version in the same instant: their page shows it, so they decide anew.
        if (error instanceof ConditionFailed) throw new Problem('stale');
        throw error;
      }
      return { ...rule, edited };
    },
  };
};
export type RuleStore = ReturnType<typeof ruleStore>;
