/** The parts of a checklist, by which an inspection is scored. */
export const inspectionGroups = ['storage', 'safety', 'catalogue', 'service'] as const;
export type InspectionGroup = (typeof inspectionGroups)[number];

/** What a deployment may set; no text of the field that was read gives any of it. */
export type CustodySettings = {
  /** Days before the end of an agreement on which its parties are reminded. */
  noticeDays: readonly number[];
  /** Month and day of the following year by which a custodian hands its holding list in. */
  listDue: string;
  /** Days before that day on which a custodian is reminded of a list it has not handed in. */
  listNoticeDays: readonly number[];
  /** Days that a custodian has to rectify a finding, in which the inspector names no day. */
  rectificationDays: number;
  /** Days before the day of a rectification on which its custodian is reminded. */
  rectificationNoticeDays: readonly number[];
  /** How much each part of a checklist counts. */
  weights: Readonly<Record<InspectionGroup, number>>;
};

export const defaultCustody: CustodySettings = {
  noticeDays: [90, 30],
  // The day by which the tables of the annual report are filled (domain.md §5): the list is what they rest on.
  listDue: '01-15',
  listNoticeDays: [14, 3],
  rectificationDays: 30,
  rectificationNoticeDays: [7],
  weights: { storage: 30, safety: 30, catalogue: 25, service: 15 },
};
