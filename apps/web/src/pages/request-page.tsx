import { useCallback, useEffect } from 'react';
import { CourseNav } from '../components/course-nav.tsx';
import { FiguresRow } from '../components/figures-row.tsx';
import { PageShell } from '../components/page-shell.tsx';
import { RequestHeading } from '../components/request-heading.tsx';
import { Failed, Loading } from '../components/waiting.tsx';
import { askRequest, useAnswer } from '../data/ask.ts';
import type { Outcome } from '../data/outcome-parts.ts';
import { useRecord } from '../data/use-record.ts';
import { TheRecord } from '../sections/the-record.tsx';
import { WhatCounselSays } from '../sections/what-counsel-says.tsx';
import { WhatTheLawSays } from '../sections/what-the-law-says.tsx';
import { WhoAsked } from '../sections/who-asked.tsx';
import { WhoConsented } from '../sections/who-consented.tsx';
import { WhoGoes } from '../sections/who-goes.tsx';
import { courseSteps } from '../text/course-steps.ts';

export function RequestPage({ requestId }: { readonly requestId: string }) {
  const { answer, again } = useAnswer(useCallback(() => askRequest(requestId), [requestId]));
  const title =
    answer.state === 'here' ? answer.data.title : answer.state === 'failed' ? 'Request not shown' : 'Request';
  return (
    <PageShell title={title}>
      {answer.state === 'loading' && <Loading what="the request" />}
      {answer.state === 'failed' && <Failed failure={answer.failure} again={again} />}
      {answer.state === 'here' && <Course outcome={answer.data} />}
    </PageShell>
  );
}

function Course({ outcome }: { readonly outcome: Outcome }) {
  const record = useRecord();
  // The address may name a section that was not there yet when the page opened.
  useEffect(() => {
    if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <>
      <RequestHeading outcome={outcome} />
      <div className="page-width">
        <FiguresRow outcome={outcome} />
        <div className="course">
          <CourseNav steps={courseSteps(outcome)} />
          <div className="course__steps">
            <WhoAsked outcome={outcome} />
            <WhatTheLawSays authority={outcome.authority} />
            <WhatCounselSays outcome={outcome} entries={record.entries} />
            <WhoConsented outcome={outcome} />
            <WhoGoes outcome={outcome} />
            <TheRecord outcome={outcome} record={record} />
          </div>
        </div>
      </div>
    </>
  );
}
