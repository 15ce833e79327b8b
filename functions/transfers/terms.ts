import { defaultTransfer, type TransferSettings } from '@geoarchive/domain/transfer/transfer.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';

/** The deployment's days of transfers, or the domain's. */
export const transferTerms = ({
  settings,
}: {
  settings: Pick<FunctionSettings, 'transfer'>;
}): TransferSettings => settings.transfer ?? defaultTransfer;
