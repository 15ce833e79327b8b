import type { Task } from '@geoarchive/contract/shared.ts';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DueProof } from './DueProof.tsx';

/** Opens the proof of a task's due date; a task that was imported with its date has none. */
export const ProofButton = ({ task }: { task: Task }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (task.basis === undefined && task.decided === undefined) return null;
  return (
    <>
      <Button
        type="link"
        size="small"
        className="ga-cell-button"
        aria-label={t('proof.of', { task: task.name })}
        onClick={() => setOpen(true)}
      >
        {t('proof.short')}
      </Button>
      {open && (
        <Modal
          open
          title={t('proof.of', { task: task.name })}
          width={720}
          footer={null}
          onCancel={() => setOpen(false)}
        >
          <DueProof of={task} />
        </Modal>
      )}
    </>
  );
};
