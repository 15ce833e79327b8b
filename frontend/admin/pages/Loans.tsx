import type { Loan } from '@geoarchive/contract/loans.ts';
import { loans } from '@geoarchive/contract/routes.ts';
import { loanKinds, loanLifecycle } from '@geoarchive/domain/service/loan.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { saveBytes } from '@geoarchive/frontend-shared/list/save-file.ts';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { App, Button, Flex, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { lendersOfPaper } from '../roles.ts';
import { ExtendLoanDialog } from '../use/ExtendLoanDialog.tsx';
import { LendDialog } from '../use/LendDialog.tsx';

const shows = ['out', 'late', 'all'] as const;
type Show = (typeof shows)[number];

const RowActions = ({ of }: { of: Loan }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const api = useApi();
  const end = useWrite(loans.endLoan);
  const [move, setMove] = useState<Loan['moves'][number]>();
  const [extending, setExtending] = useState(false);
  const lends = reaches(lendersOfPaper, usePerson()?.roles ?? []);
  const print = async () => {
    try {
      const bytes = await api.call(loans.loanLabel, { params: { id: of.id } });
      saveBytes(`${of.number}.pdf`, 'application/pdf', bytes);
    } catch (error) {
      message.error(problemText(error, t), 8);
    }
  };
  return (
    <Flex gap={6} wrap>
      <Button size="small" aria-label={t('use.labelOf', { number: of.number })} onClick={() => void print()}>
        {t('use.label')}
      </Button>
      {of.state === 'out' && lends && (
        <Button
          size="small"
          aria-label={t('use.extendLoanOf', { number: of.number })}
          onClick={() => setExtending(true)}
        >
          {t('use.extendLoan')}
        </Button>
      )}
      {of.moves.map((one) => (
        <Button
          key={one}
          size="small"
          danger={one === 'lose'}
          aria-label={`${say(loanLifecycle.moves[one].label)} ${of.number}`}
          onClick={() => setMove(one)}
        >
          {say(loanLifecycle.moves[one].label)}
        </Button>
      ))}
      {extending && <ExtendLoanDialog of={of} onClose={() => setExtending(false)} />}
      {move !== undefined && (
        <TextDialog
          title={say(loanLifecycle.moves[move].label)}
          label={t('use.condition')}
          danger={move === 'lose'}
          error={end.error}
          busy={end.isPending}
          onClose={() => setMove(undefined)}
          onSend={(condition) =>
            end
              .mutateAsync({ params: { id: of.id }, body: { move, condition }, ifMatch: of.version })
              .then(() => setMove(undefined))
          }
        />
      )}
    </Flex>
  );
};

const useColumns = (): Column<Loan>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return useMemo(
    () => [
      { key: 'number', heading: t('use.loanNumber'), text: (row) => row.number, width: 180 },
      {
        key: 'state',
        heading: t('use.state'),
        text: (row) => (row.late ? t('use.isLate') : say(loanLifecycle.states[row.state])),
        show: (row) =>
          row.late ? (
            <strong className="ga-attention">{t('use.isLate')}</strong>
          ) : (
            say(loanLifecycle.states[row.state])
          ),
        width: 90,
      },
      { key: 'mark', heading: t('use.mark'), text: (row) => row.mark, width: 150 },
      // Beside the mark, so that it is in sight on a narrow screen.
      {
        key: 'action',
        heading: t('use.actions'),
        text: () => '',
        actions: true,
        show: (row) => <RowActions of={row} />,
        sortable: false,
        width: 240,
      },
      { key: 'title', heading: t('use.loanTitle'), text: (row) => row.title, width: 220 },
      { key: 'kind', heading: t('use.loanKind'), text: (row) => say(loanKinds[row.kind]), width: 110 },
      {
        key: 'borrower',
        heading: t('use.borrower'),
        text: (row) => [row.borrower, row.unit].filter((part) => part !== undefined).join(' · '),
        width: 170,
      },
      {
        key: 'due',
        heading: t('use.backOn'),
        text: (row) => day(row.due),
        order: (row) => row.due,
        width: 120,
      },
    ],
    [t, say, day],
  );
};

const List = ({ show }: { show: Show }) => {
  const { t } = useTranslation();
  const list = useList<Loan, typeof loans.listLoans>(loans.listLoans, useColumns(), { query: { show } });
  return (
    <DataList
      {...list}
      label={t('use.loans')}
      rowKey={(row) => row.id}
      empty={{ title: t('use.noLoans'), hint: t('use.noLoansHint') }}
    />
  );
};

/** Paper and core that are lent: what is out, what should be back, all; lending, taking back, labels. */
const Loans = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const person = usePerson();
  const params = useParams();
  const [lending, setLending] = useState(false);
  const show = shows.find((one) => one === params['show']) ?? 'out';
  return (
    <Page
      title={t('use.loans')}
      back={{ to: '/use', label: t('nav.use') }}
      lead={t('use.loansLead')}
      actions={
        reaches(lendersOfPaper, person?.roles ?? []) && (
          <Button type="primary" onClick={() => setLending(true)}>
            {t('use.lend')}
          </Button>
        )
      }
    >
      <Segmented
        className="ga-notice"
        aria-label={t('cases.show')}
        value={show}
        options={shows.map((value) => ({ value, label: t(`use.loanShows.${value}`) }))}
        onChange={(value) => void navigate(value === 'out' ? '/use/loans' : `/use/loans/show/${value}`)}
      />
      <List key={show} show={show} />
      {lending && <LendDialog onClose={() => setLending(false)} />}
    </Page>
  );
};
export default Loans;
