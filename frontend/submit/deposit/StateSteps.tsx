import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { progressOf } from './state.ts';

const steps = ['files', 'check', 'handIn', 'accept', 'certify'] as const;

/** The way of a deposit, and how far it is. */
export const StateSteps = ({ deposit }: { deposit: Deposit }) => {
  const { t } = useTranslation();
  if (deposit.state === 'cancelled') return null;
  return (
    <Steps
      className="ga-steps"
      size="small"
      current={progressOf(deposit.state)}
      status={deposit.state === 'returned' ? 'error' : 'process'}
      items={steps.map((step) => ({ title: t(`steps.${step}`) }))}
    />
  );
};
