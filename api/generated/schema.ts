// Made by `npm run api` from openapi.json: change the command catalogue, not this.
export interface paths {
    "/api/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests with their figures, page by page. */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The lines of one request, as a table. */
        get: operations["listLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The consents of one request, as a table. */
        get: operations["listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The refusals of one request, as a table. */
        get: operations["listRefusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The plans of one request, as a table. */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/sendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sendings of one request, as a table. */
        get: operations["listSendings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each lender's order for a request, in figures: seats, and where its people are. */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The record as sentences, oldest first. */
        get: operations["listRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sends a browser to where members log in. */
        get: operations["logIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends somebody back who has logged in. */
        get: operations["logInCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session, here and at the provider. */
        post: operations["logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom you are taken for. */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every API token: whose, for what, until when, last used when. Never the token itself. */
        get: operations["listTokens"];
        put?: never;
        /** Makes a token by which a machine calls. It is shown this once. */
        post: operations["makeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a token at once. */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a link by which one person becomes a member, once, within a day. It is shown this once. */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One request whole: who asked, what the law says, who consented, who goes, and why some do not. */
        get: operations["showRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which lines would die or live if something were otherwise: by law, counsel and consents alone.
         * @description Any of these together, in codes of the matrix, names of the law pack, or labels. Nothing is planned and nothing recorded.
         */
        get: operations["whatIf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/planning-problem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The planning problem of a request with the plan that stands, for trying another plan elsewhere.
         * @description Plain data: pools, lines, and what law, counsel and consents say as bars and limits with their words.
         */
        get: operations["showPlanningProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the record can be read. */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parties/{partyId}/stand-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody ever named to stand in for a sovereign, in the order named; its ETag is what ending one takes. */
        get: operations["listStandIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every organisation: those the law pack names, and those noted beside them. */
        get: operations["listOrganisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds which role: at the organisations at which the caller holds one, or which they administer. */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is set for all of this Muster. */
        get: operations["showSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is recorded, as it is recorded: Server-Sent Events, for whoever accepts text/event-stream.
         * @description First `here`, and then `recorded` with the events by their stream, position and type, each once; whoever does not see all hears only that something was recorded. Send the id of the last message as Last-Event-ID to go on behind it, on whichever server.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest checkpoint of the log, a signed note (C2SP tlog-checkpoint). */
        get: operations["logCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every key of the log, oldest first, with the note that handed the log over to it. */
        get: operations["logKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof that the log holds an event, for whoever holds that event (C2SP tlog-proof). */
        get: operations["proveEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/log/witnesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who else has cosigned the log, how far, and the checkpoint with their signature. */
        get: operations["listWitnesses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/NoteOrganisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note an organisation, the one it is part of, and the sovereign whose consent counts for it.
         * @description May be given by: administrator.
         */
        post: operations["NoteOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/MoveOrganisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an organisation part of another; whose consent counts for it stays as it is.
         * @description May be given by: administrator.
         */
        post: operations["MoveOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/CloseOrganisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an organisation: from now on nobody acts for it.
         * @description May be given by: administrator.
         */
        post: operations["CloseOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/GiveRole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a person a role at an organisation, from a day on and until another, or until it is ended.
         * @description May be given by: administrator.
         */
        post: operations["GiveRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/EndRole": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a role that a person holds, or is to hold later; what was done in it stands.
         * @description May be given by: administrator.
         */
        post: operations["EndRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/SetSetting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set what holds for all of this Muster: what it is called, how fresh a login must be to sign a decision.
         * @description May be given by: administrator.
         */
        post: operations["SetSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/DraftRequest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a request for people; parts not yet known may be left out until it is submitted.
         * @description May be given by: requestingPlanner.
         */
        post: operations["DraftRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/AmendRequest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put new lines in the place of the old; what was submitted stands until the new is submitted.
         * @description May be given by: requestingPlanner.
         */
        post: operations["AmendRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/SubmitRequest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask in earnest; refused, with every fault by its field, while any line lacks task, skill, place, period or priority.
         * @description May be given by: requestingPlanner.
         */
        post: operations["SubmitRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/WithdrawRequest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a request back; nothing more may be decided on it.
         * @description May be given by: requestingPlanner.
         */
        post: operations["WithdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/PublishRequest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a request to everybody, with all that law, counsel, sovereigns and planners make of it.
         * @description May be given by: requestingPlanner.
         */
        post: operations["PublishRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/WithholdRequest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a request from now on only to who is party to it.
         * @description May be given by: requestingPlanner.
         */
        post: operations["WithholdRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/DeriveAuthority": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the law, for every line and every kind of service named, whether it is permitted and whose consent it needs.
         * @description May be given by: sourcingOfficer, counsel, flow.
         */
        post: operations["DeriveAuthority"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/GiveOpinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give counsel's opinion on the exact version read: the six criteria with evidence, and conditions that bind the plan.
         * @description May be given by: counsel.
         */
        post: operations["GiveOpinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/SeekConsents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Derive from the law whose consent the lines need for the lenders and kinds of service named, and seek each of them.
         * @description May be given by: sourcingOfficer.
         */
        post: operations["SeekConsents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/GrantConsent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a sovereign's consent: to so many people, with conditions on task, place, status, dates and recall notice.
         * @description May be given by: consentingOfficial.
         */
        post: operations["GrantConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/RefuseConsent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a sovereign's consent, with a coded reason.
         * @description May be given by: consentingOfficial.
         */
        post: operations["RefuseConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/WithdrawConsent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a consent back; it ends after the recall notice it was granted with, and every plan shows the shortfall at once.
         * @description May be given by: consentingOfficial.
         */
        post: operations["WithdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/NameStandIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name somebody of another party who may answer for this one: in which capacities, on which days, for how many people at most.
         * @description May be given by: consentingOfficial.
         */
        post: operations["NameStandIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/EndStandIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a standing-in before its last day; what was answered under it stands.
         * @description May be given by: consentingOfficial.
         */
        post: operations["EndStandIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/OfferPools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whom a lender could send, by skill and kind of service, and how many must stay at home.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["OfferPools"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/CommitPlan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Freeze the plan that stands and commit its people; law, counsel, consents and strength are checked again at that instant, for all of it or none.
         * @description May be given by: sourcingOfficer.
         */
        post: operations["CommitPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/NotePastDeployment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note a deployment that is over: how many people of a lender did which task where, under which status, and who says so. Counts only.
         * @description May be given by: sourcingOfficer, deploymentDesk, programmeOfficer.
         */
        post: operations["NotePastDeployment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/NotePerson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note a person who serves for a lender. Name, contact and badge are sealed before anything is recorded.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["NotePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/CorrectPerson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put what is right in the place of what was noted of a person who serves, all of it. Who it is is sealed anew.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["CorrectPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/ErasePerson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person who serves: their key is destroyed, so that nobody can read who they are, ever.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["ErasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/AcceptOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a lender's order as it stands; after an amendment that asks for more it must be accepted again.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["AcceptOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/DeclineSeats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline seats of an order that cannot be filled, with the reason; it stays on record as unable to fill.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["DeclineSeats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/NameRoster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name who fills the seats of an accepted order, at most 500 at once: all, or none with each fault said.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["NameRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/StrikeFromRoster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take people off the roster who have not set out: their seats are free again, and so are they.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["StrikeFromRoster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/OrderMission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the home party's mission order to everybody on the roster who has none yet: they may set out.
         * @description May be given by: consentingOfficial.
         */
        post: operations["OrderMission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/Mobilise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that people on the roster have left home; each needs a seat that still stands and a mission order.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["Mobilise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/CheckIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that people have arrived, as their host sees it; law, counsel and consents are asked again for that instant.
         * @description May be given by: deploymentDesk.
         */
        post: operations["CheckIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/AttestPresence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say for the lender that people checked in are there; only what both sides attest is counted and paid.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["AttestPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/ReleasePeople": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let people go who have set out or serve, with the reason: their host at any time, or the lender that recalls them.
         * @description May be given by: deploymentDesk, lenderCoordinator.
         */
        post: operations["ReleasePeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/Demobilise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that released people leave for home; every item of the checklist must be done or not needed first.
         * @description May be given by: deploymentDesk.
         */
        post: operations["Demobilise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/commands/ComeHome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note for the lender that people are home: the tour is over.
         * @description May be given by: lenderCoordinator.
         */
        post: operations["ComeHome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who a person is. That it was read is recorded first.
         * @description May be given by: lenderCoordinator, of the person's lender alone.
         */
        post: operations["readPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{requestId}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the best plan made and proposed; where a plan stands, revised with the fewest changes.
         * @description With "Accept: text/event-stream" the making can be followed: events `progress` (done, of, words; level, incumbent, bound and gap while one is solved), then one `answer` or `problem`, as it would be answered without. To hang up is to cancel.
         */
        post: operations["planRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be done later: reminders, lapses and what must follow; what failed first. */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{jobId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a job tried again at once, with all its attempts. */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listRequests: {
        parameters: {
            query?: {
                /** @description At most so many; 200 unless told. */
                limit?: number;
                /** @description Where to go on: the cursor in the Link header of the page before. It says nothing and cannot be made up. */
                after?: string;
                /** @description The column to sort by; a hyphen before it turns the order round. Rows that are equal come by their id. */
                sort?: "requestId" | "title" | "requester" | "status" | "asked" | "permitted" | "consented" | "planned" | "short" | "-requestId" | "-title" | "-requester" | "-status" | "-asked" | "-permitted" | "-consented" | "-planned" | "-short";
                /** @description Only requests that stand so. */
                status?: "drafted" | "submitted" | "withdrawn";
                /** @description Only requests of this party. */
                party?: string;
                /** @description Only requests with this in their title, id or requester. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requestId: string;
                        title: string;
                        requesterId: string;
                        requester: string;
                        status: string;
                        asked: number;
                        permitted: number;
                        consented: number;
                        planned: number;
                        short: number;
                    }[];
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lineId: string;
                        title: string;
                        task: {
                            id: string;
                            name: string;
                        };
                        skill: {
                            id: string;
                            name: string;
                        };
                        place: {
                            id: string;
                            name: string;
                        };
                        period: {
                            fromOn: string;
                            toOn: string;
                        };
                        people: number;
                        priority: number;
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                    }[];
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        party: {
                            id: string;
                            name: string;
                        };
                        placeId?: string;
                        capacity: {
                            id: string;
                            name: string;
                        };
                        /** @enum {string} */
                        side: "lender" | "host" | "other";
                        /** @enum {string} */
                        status: "asked" | "granted" | "refused" | "lapsed" | "withdrawn";
                        asked: number;
                        granted: number;
                        partial: boolean;
                        conditions: string;
                        words: string;
                        source?: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                        endsOn?: string;
                        firstOfItsKind: string[];
                        answerByOn?: string;
                        reminders: {
                            at: string;
                            daysBefore: number;
                        }[];
                        answeredBy?: {
                            standInId: string;
                            party: {
                                id: string;
                                name: string;
                            };
                            period: {
                                fromOn: string;
                                toOn: string;
                            };
                            mostPeople?: number;
                        };
                        standIns: {
                            standInId: string;
                            party: {
                                id: string;
                                name: string;
                            };
                            period: {
                                fromOn: string;
                                toOn: string;
                            };
                            mostPeople?: number;
                        }[];
                    }[];
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listRefusals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string;
                        party: {
                            id: string;
                            name: string;
                        };
                        command: string;
                        code: string;
                        why: string;
                        allowed: string;
                        faults: {
                            field: string;
                            problem: string;
                        }[];
                    }[];
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        planId: string;
                        at: string;
                        replacesPlanId?: string;
                        planned: number;
                        short: number;
                        shortByReason: {
                            [key: string]: number;
                        };
                        costCents: number;
                        solver: string;
                        levels: {
                            level: string;
                            meaning: string;
                            value: number;
                            bound: number;
                            gap: number;
                        }[];
                        gap: number;
                        lines: {
                            lineId: string;
                            asked: number;
                            filled: number;
                            short: number;
                            byPeriod: {
                                period: {
                                    fromOn: string;
                                    toOn: string;
                                };
                                filled: number;
                            }[];
                            reasons: {
                                barrier: string;
                                people: number;
                                words: string;
                            }[];
                            from: {
                                party: {
                                    id: string;
                                    name: string;
                                };
                                kind: string;
                                people: number;
                            }[];
                        }[];
                        changes: {
                            party: {
                                id: string;
                                name: string;
                            };
                            lineId: string;
                            before: number;
                            after: number;
                        }[];
                        committed?: {
                            at: string;
                            people: number;
                            pack: string;
                            endedAt?: string;
                        };
                    }[];
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listSendings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lineId: string;
                        party: {
                            id: string;
                            name: string;
                        };
                        kind: string;
                        people: number;
                    }[];
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lenderId: string;
                        lender: string;
                        /** @description Seats of the order as it stands. */
                        ordered: number;
                        accepted: boolean;
                        /** @description Seats that the lender cannot fill. */
                        declined: number;
                        /** @description On the roster, and not set out. */
                        named: number;
                        onTheWay: number;
                        /** @description There as the host says, and not yet as home says. */
                        checkedIn: number;
                        /** @description There, as both sides say: what counts. */
                        present: number;
                        /** @description Let go, and not yet home. */
                        released: number;
                        home: number;
                    }[];
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listRecord: {
        parameters: {
            query?: {
                /** @description At most so many; 200 unless told. */
                limit?: number;
                /** @description Where to go on: the cursor in the Link header of the page before. It says nothing and cannot be made up. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: {
                            at: string;
                            stream: string;
                            position: number;
                            type: string;
                            who: string;
                            what: string;
                            ground?: string;
                        }[];
                        next: string | null;
                    };
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    logIn: {
        parameters: {
            query?: {
                /** @description The page to come back to, such as /requests. */
                returnTo?: string;
                /** @description Asks who somebody is again, also where a session stands. */
                fresh?: "1";
                /** @description What an invitation holds. */
                invitation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logInCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Where to go now: the provider, so that it too ends it, or the first page. */
                        next: string;
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "anonymous" | "exercise" | "member";
                        /** @enum {string} */
                        access: "exercise" | "members";
                        personId: string | null;
                        displayName: string | null;
                        through: ("session" | "token") | null;
                        authenticatedAt: string | null;
                        /** @description Whether the login is recent enough to carry out a decision. */
                        fresh: boolean;
                        /** @description What a token may be used for; null where there is no such limit. */
                        scopes: string[] | null;
                    };
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tokenId: string;
                        personId: string;
                        label: string;
                        scopes: string[];
                        madeAt: string;
                        expiresAt: string;
                        usedAt: string | null;
                        revokedAt: string | null;
                    }[];
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    makeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What it is for, such as "nightly export". */
                    label: string;
                    /** @description The machine, or yourself, in whose name it calls; a new machine unless told. */
                    personId?: string;
                    /** @description operationIds, or groups of them such as "read". */
                    scopes: string[];
                    /** @default 90 */
                    days?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tokenId: string;
                        personId: string;
                        label: string;
                        scopes: string[];
                        madeAt: string;
                        expiresAt: string;
                        usedAt: string | null;
                        revokedAt: string | null;
                        token: string;
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    displayName: string;
                    personId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                        link: string;
                        expiresAt: string;
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    showRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requestId: string;
                        title: string;
                        /** @enum {string} */
                        status: "drafted" | "submitted" | "withdrawn";
                        requestVersion: number;
                        requester: {
                            id: string;
                            name: string;
                        };
                        addressee: {
                            id: string;
                            name: string;
                        };
                        need: string;
                        grounds: string;
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                        lines: {
                            lineId: string;
                            title: string;
                            task: {
                                id: string;
                                name: string;
                            };
                            skill: {
                                id: string;
                                name: string;
                            };
                            place: {
                                id: string;
                                name: string;
                            };
                            period: {
                                fromOn: string;
                                toOn: string;
                            };
                            people: number;
                            priority: number;
                            source: {
                                /** @enum {string} */
                                kind: "public" | "estimate" | "assumption";
                                words: string;
                            };
                        }[];
                        refusals: {
                            at: string;
                            party: {
                                id: string;
                                name: string;
                            };
                            command: string;
                            code: string;
                            why: string;
                            allowed: string;
                            faults: {
                                field: string;
                                problem: string;
                            }[];
                        }[];
                        authority: {
                            pack: string;
                            kinds: string[];
                            tasks: {
                                task: {
                                    id: string;
                                    name: string;
                                };
                                lineIds: string[];
                                people: number;
                                cells: {
                                    kind: string;
                                    status: string;
                                    /** @enum {string} */
                                    relation: "home" | "away";
                                    /** @enum {string} */
                                    verdict: "permitted" | "needs" | "forbidden" | "noAuthority";
                                    contested: boolean;
                                    needs: string[];
                                    policyIds: string[];
                                    firstOfItsKind?: string;
                                }[];
                            }[];
                            policies: {
                                policyId: string;
                                /** @enum {string} */
                                effect: "permit" | "forbid";
                                citation: string;
                                /** @enum {string} */
                                confidence: "high" | "medium" | "low";
                                inForceFrom: string;
                                inForceTo?: string;
                                litigation?: string;
                            }[];
                            seen: {
                                status: {
                                    id: string;
                                    name: string;
                                };
                                task: {
                                    id: string;
                                    name: string;
                                };
                                place: {
                                    id: string;
                                    name: string;
                                };
                                firstOfItsKind: boolean;
                                deployments: number;
                                lastOn?: string;
                                lastPeople?: number;
                                words: string;
                            }[];
                        };
                        opinion?: {
                            at: string;
                            party: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            outcome: "concur" | "concurWithConditions" | "doNotConcur";
                            words: string;
                            lapsesOn: string;
                            criteria: {
                                criterion: string;
                                finding: string;
                                evidence: string;
                                foundBy: string;
                                source: {
                                    /** @enum {string} */
                                    kind: "public" | "estimate" | "assumption";
                                    words: string;
                                };
                            }[];
                            conditions: {
                                conditionId: string;
                                words: string;
                                lineIds: string[];
                            }[];
                            source: {
                                /** @enum {string} */
                                kind: "public" | "estimate" | "assumption";
                                words: string;
                            };
                        };
                        consents: {
                            party: {
                                id: string;
                                name: string;
                            };
                            placeId?: string;
                            capacity: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            side: "lender" | "host" | "other";
                            /** @enum {string} */
                            status: "asked" | "granted" | "refused" | "lapsed" | "withdrawn";
                            asked: number;
                            granted: number;
                            partial: boolean;
                            conditions: string;
                            words: string;
                            source?: {
                                /** @enum {string} */
                                kind: "public" | "estimate" | "assumption";
                                words: string;
                            };
                            endsOn?: string;
                            firstOfItsKind: string[];
                            answerByOn?: string;
                            reminders: {
                                at: string;
                                daysBefore: number;
                            }[];
                            answeredBy?: {
                                standInId: string;
                                party: {
                                    id: string;
                                    name: string;
                                };
                                period: {
                                    fromOn: string;
                                    toOn: string;
                                };
                                mostPeople?: number;
                            };
                            standIns: {
                                standInId: string;
                                party: {
                                    id: string;
                                    name: string;
                                };
                                period: {
                                    fromOn: string;
                                    toOn: string;
                                };
                                mostPeople?: number;
                            }[];
                        }[];
                        plans: {
                            planId: string;
                            at: string;
                            replacesPlanId?: string;
                            planned: number;
                            short: number;
                            shortByReason: {
                                [key: string]: number;
                            };
                            costCents: number;
                            solver: string;
                            levels: {
                                level: string;
                                meaning: string;
                                value: number;
                                bound: number;
                                gap: number;
                            }[];
                            gap: number;
                            lines: {
                                lineId: string;
                                asked: number;
                                filled: number;
                                short: number;
                                byPeriod: {
                                    period: {
                                        fromOn: string;
                                        toOn: string;
                                    };
                                    filled: number;
                                }[];
                                reasons: {
                                    barrier: string;
                                    people: number;
                                    words: string;
                                }[];
                                from: {
                                    party: {
                                        id: string;
                                        name: string;
                                    };
                                    kind: string;
                                    people: number;
                                }[];
                            }[];
                            changes: {
                                party: {
                                    id: string;
                                    name: string;
                                };
                                lineId: string;
                                before: number;
                                after: number;
                            }[];
                            committed?: {
                                at: string;
                                people: number;
                                pack: string;
                                endedAt?: string;
                            };
                        }[];
                        broken: {
                            planId: string;
                            at: string;
                            party?: {
                                id: string;
                                name: string;
                            };
                            capacity?: {
                                id: string;
                                name: string;
                            };
                            overtakenBy?: {
                                /** @enum {string} */
                                decided: "opinion" | "version";
                                requestVersion: number;
                            };
                            lostPeople: number;
                            lostCostCents: number;
                            lostByLine: {
                                lineId: string;
                                people: number;
                            }[];
                        }[];
                        figures: {
                            asked: number;
                            permitted: number;
                            permittedByKind: {
                                [key: string]: number;
                            };
                            consented: number;
                            planned: number;
                            short: number;
                            shortByReason: {
                                [key: string]: number;
                            };
                            lenders: {
                                [key: string]: number;
                            };
                            gap?: number;
                            costCents: number;
                        };
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    whatIf: {
        parameters: {
            query?: {
                /** @description Parties that refuse whatever is asked of them, such as OH. */
                refuse?: string[];
                /** @description Tasks that nobody may do, such as arrest. */
                bar?: string[];
                /** @description The kind of service that comes in, such as "Title 10". */
                instead?: string;
                /** @description The status it comes in for; everything when left out. */
                for?: string;
                /** @description No other kinds of service than these. */
                only?: string[];
            };
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        requestId: string;
                        title: string;
                        requestVersion: number;
                        pack: string;
                        disclaimer: string;
                        supposed: {
                            refuses: {
                                id: string;
                                name: string;
                            }[];
                            barred: {
                                id: string;
                                name: string;
                            }[];
                            instead?: {
                                from?: string;
                                to: string;
                            };
                            onlyKinds: string[];
                        };
                        idle: {
                            parties: {
                                id: string;
                                name: string;
                            }[];
                            tasks: {
                                id: string;
                                name: string;
                            }[];
                        };
                        fallen: {
                            party: {
                                id: string;
                                name: string;
                            };
                            capacity: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            status: "granted" | "unanswered";
                            people: number;
                        }[];
                        figures: {
                            [key: string]: {
                                lines: number;
                                people: number;
                            };
                        };
                        lines: {
                            lineId: string;
                            title: string;
                            people: number;
                            task: {
                                id: string;
                                name: string;
                            };
                            place: {
                                id: string;
                                name: string;
                            };
                            /** @enum {string} */
                            fate: "dies" | "comesAlive" | "mustWait" | "waitsNoMore" | "livesOn" | "waitsOn" | "staysDead";
                            before: {
                                /** @enum {string} */
                                state: "lives" | "waits" | "dead";
                                lenders: number;
                                waiting: number;
                                services: {
                                    kind: string;
                                    /** @enum {string} */
                                    relation: "home" | "away";
                                    supposed: boolean;
                                    /** @enum {string} */
                                    verdict: "permitted" | "needs" | "forbidden" | "noAuthority";
                                    contested: boolean;
                                    /** @enum {string} */
                                    bar?: "law" | "condition" | "task";
                                    needs: {
                                        capacity: {
                                            id: string;
                                            name: string;
                                        };
                                        party?: {
                                            id: string;
                                            name: string;
                                        };
                                        standings: {
                                            [key: string]: number;
                                        };
                                    }[];
                                    lenders: {
                                        [key: string]: number;
                                    };
                                    policyIds: string[];
                                }[];
                            };
                            after: {
                                /** @enum {string} */
                                state: "lives" | "waits" | "dead";
                                lenders: number;
                                waiting: number;
                                services: {
                                    kind: string;
                                    /** @enum {string} */
                                    relation: "home" | "away";
                                    supposed: boolean;
                                    /** @enum {string} */
                                    verdict: "permitted" | "needs" | "forbidden" | "noAuthority";
                                    contested: boolean;
                                    /** @enum {string} */
                                    bar?: "law" | "condition" | "task";
                                    needs: {
                                        capacity: {
                                            id: string;
                                            name: string;
                                        };
                                        party?: {
                                            id: string;
                                            name: string;
                                        };
                                        standings: {
                                            [key: string]: number;
                                        };
                                    }[];
                                    lenders: {
                                        [key: string]: number;
                                    };
                                    policyIds: string[];
                                }[];
                            };
                            reasons: {
                                /** @enum {string} */
                                by: "law" | "condition" | "task" | "consent" | "notUsed" | "comesIn";
                                kind: string;
                                /** @enum {string} */
                                relation: "home" | "away";
                                before: number;
                                after: number;
                                /** @enum {string} */
                                verdict?: "permitted" | "needs" | "forbidden" | "noAuthority";
                                contested: boolean;
                                refusing: {
                                    party: {
                                        id: string;
                                        name: string;
                                    };
                                    capacity?: {
                                        id: string;
                                        name: string;
                                    };
                                }[];
                                policyIds: string[];
                            }[];
                        }[];
                        policies: {
                            policyId: string;
                            /** @enum {string} */
                            effect: "permit" | "forbid";
                            citation: string;
                            /** @enum {string} */
                            confidence: "high" | "medium" | "low";
                            inForceFrom: string;
                            inForceTo?: string;
                            litigation?: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    showPlanningProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        problemId: string;
                        title: string;
                        source: string;
                        orderOn: string;
                        travelKmPerDay: number;
                        turningDays: string[];
                        places: {
                            placeId: string;
                            latitude: number;
                            longitude: number;
                        }[];
                        lenders: {
                            lenderId: string;
                            strength: number;
                            reserve: number;
                        }[];
                        pools: {
                            poolId: string;
                            lenderId: string;
                            skillId: string;
                            positionId?: string;
                            placeId: string;
                            people: number;
                            kinds: string[];
                            readyDays: number;
                            personDayCents: number;
                            teamSize?: number;
                            tourDays?: number;
                            dwellDays?: number;
                            mostPersonDays?: number;
                            available?: {
                                fromOn: string;
                                toOn: string;
                            };
                        }[];
                        lines: {
                            lineId: string;
                            taskId: string;
                            skillId: string;
                            positionId?: string;
                            placeId: string;
                            period: {
                                fromOn: string;
                                toOn: string;
                            };
                            people: number;
                            minimum?: number;
                            priority: number;
                            throughout?: boolean;
                            relief?: {
                                tourDays: number;
                                overlapDays: number;
                            };
                        }[];
                        bars: {
                            barId: string;
                            /** @enum {string} */
                            barrier: "authority" | "consent" | "review" | "planner";
                            select: {
                                lenderIds?: string[];
                                poolIds?: string[];
                                kinds?: string[];
                                skillIds?: string[];
                                lineIds?: string[];
                                taskIds?: string[];
                                placeIds?: string[];
                                period?: {
                                    fromOn: string;
                                    toOn: string;
                                };
                            };
                            words: string;
                        }[];
                        limits: {
                            limitId: string;
                            /** @enum {string} */
                            barrier: "consent" | "review" | "reserve" | "strength" | "planner";
                            selects: {
                                lenderIds?: string[];
                                poolIds?: string[];
                                kinds?: string[];
                                skillIds?: string[];
                                lineIds?: string[];
                                taskIds?: string[];
                                placeIds?: string[];
                                period?: {
                                    fromOn: string;
                                    toOn: string;
                                };
                            }[];
                            mostPeople: number;
                            words: string;
                        }[];
                        pins: {
                            poolId: string;
                            lineId: string;
                            people: number;
                            kind?: string;
                        }[];
                        wishes: {
                            select: {
                                lenderIds?: string[];
                                poolIds?: string[];
                                kinds?: string[];
                                skillIds?: string[];
                                lineIds?: string[];
                                taskIds?: string[];
                                placeIds?: string[];
                                period?: {
                                    fromOn: string;
                                    toOn: string;
                                };
                            };
                            /** @enum {string} */
                            want: "prefer" | "avoid";
                            words: string;
                        }[];
                        objectives: ("lean" | "fill" | "arrival" | "travel" | "cost" | "burden" | "wishes" | "changes" | "splits")[];
                        former?: {
                            poolId: string;
                            lineId: string;
                            kind: string;
                            period: {
                                fromOn: string;
                                toOn: string;
                            };
                            people: number;
                        }[];
                        mostChanges?: number;
                        onTheWay?: {
                            poolId: string;
                            lineId: string;
                            arriveOn: string;
                        }[];
                        ceilings?: {
                            /** @enum {string} */
                            objective: "arrival" | "travel" | "cost";
                            most: number;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        law: string;
                    };
                };
            };
        };
    };
    listStandIns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        standInId: string;
                        capacities: string[];
                        personId: string;
                        ofPartyId: string;
                        period: {
                            fromOn: string;
                            toOn: string;
                        };
                        mostPeople?: number;
                        requestId?: string;
                        namedBy: string;
                        namedOn: string;
                        endedOn?: string;
                    }[];
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keeperId: string | null;
                        organisations: {
                            partyId: string;
                            name: string;
                            withinId?: string;
                            sovereignId: string;
                            closed: boolean;
                            noted: boolean;
                        }[];
                    };
                    "text/csv": string;
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                        partyId: string;
                        role: string;
                        fromOn: string;
                        toOn?: string;
                        held: boolean;
                    }[];
                    "text/csv": string;
                };
            };
        };
    };
    showSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        houseName: string;
                        freshLoginMinutes: number;
                    };
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: {
                /** @description Where to go on: the id of the last message that was heard. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages without an end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    logCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checkpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    logKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            verifierKey: string;
                            fromSize: number;
                            handover: string | null;
                        }[];
                    };
                };
            };
        };
    };
    proveEvent: {
        parameters: {
            query: {
                stream: string;
                position: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listWitnesses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        url: string;
                        origin?: string;
                        /** @enum {string} */
                        state: "waiting" | "cosigned" | "unreachable" | "refused" | "ahead" | "contradicted";
                        size: number;
                        signedAt?: string;
                        words?: string;
                        note?: string;
                    }[];
                    "text/csv": string;
                };
            };
        };
    };
    NoteOrganisation: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_administrator",
                 *         "partyId": "us.emac",
                 *         "role": "administrator"
                 *       },
                 *       "data": {
                 *         "partyId": "us.emac.north",
                 *         "name": "Northern desk",
                 *         "withinId": "us.emac",
                 *         "sovereignId": "us.emac"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        partyId: string;
                        name: string;
                        withinId?: string;
                        sovereignId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    MoveOrganisation: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_administrator",
                 *         "partyId": "us.emac",
                 *         "role": "administrator"
                 *       },
                 *       "data": {
                 *         "partyId": "us.emac.south",
                 *         "withinId": "us.emac.north",
                 *         "reason": "One desk serves both."
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        partyId: string;
                        withinId: string;
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    CloseOrganisation: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_administrator",
                 *         "partyId": "us.emac",
                 *         "role": "administrator"
                 *       },
                 *       "data": {
                 *         "partyId": "us.emac.north",
                 *         "reason": "Its work is done."
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        partyId: string;
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    GiveRole: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_administrator",
                 *         "partyId": "us.emac",
                 *         "role": "administrator"
                 *       },
                 *       "data": {
                 *         "personId": "per_new-counsel",
                 *         "partyId": "us.emac",
                 *         "role": "counsel"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator";
                        fromOn?: string;
                        toOn?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    EndRole: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_administrator",
                 *         "partyId": "us.emac",
                 *         "role": "administrator"
                 *       },
                 *       "data": {
                 *         "personId": "per_new-counsel",
                 *         "partyId": "us.emac",
                 *         "role": "counsel",
                 *         "reason": "Another office took over."
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator";
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    SetSetting: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_administrator",
                 *         "partyId": "us.emac",
                 *         "role": "administrator"
                 *       },
                 *       "data": {
                 *         "name": "freshLoginMinutes",
                 *         "value": 10
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        /** @enum {string} */
                        name: "houseName";
                        value: string;
                    } | {
                        /** @enum {string} */
                        name: "freshLoginMinutes";
                        value: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    DraftRequest: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_fl-planner",
                 *         "partyId": "us.fl",
                 *         "role": "requestingPlanner"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "title": "700 people for a hurricane's landfall and its clearing up",
                 *         "addresseeId": "us.emac",
                 *         "people": 700,
                 *         "need": "Clear roads, carry supplies, treat the injured, and keep traffic moving after landfall.",
                 *         "grounds": "The Governor's declaration of an emergency; Emergency Management Assistance Compact, 110 Stat. 3877.",
                 *         "source": {
                 *           "kind": "assumption",
                 *           "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *         },
                 *         "lines": [
                 *           {
                 *             "lineId": "lin_clearing",
                 *             "title": "Clearing roads and bridges",
                 *             "people": 300,
                 *             "taskId": "engineering",
                 *             "skillId": "general",
                 *             "placeId": "us-fl",
                 *             "period": {
                 *               "fromOn": "2024-10-09",
                 *               "toOn": "2024-10-30"
                 *             },
                 *             "priority": 2,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           },
                 *           {
                 *             "lineId": "lin_supplies",
                 *             "title": "Carrying supplies",
                 *             "people": 200,
                 *             "taskId": "logistics",
                 *             "skillId": "transport",
                 *             "placeId": "us-fl",
                 *             "period": {
                 *               "fromOn": "2024-10-09",
                 *               "toOn": "2024-10-30"
                 *             },
                 *             "priority": 2,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           },
                 *           {
                 *             "lineId": "lin_medical",
                 *             "title": "Medical teams",
                 *             "people": 80,
                 *             "taskId": "medical",
                 *             "skillId": "medical",
                 *             "placeId": "us-fl",
                 *             "period": {
                 *               "fromOn": "2024-10-09",
                 *               "toOn": "2024-10-30"
                 *             },
                 *             "priority": 1,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           },
                 *           {
                 *             "lineId": "lin_traffic",
                 *             "title": "Crowd and traffic control",
                 *             "people": 120,
                 *             "taskId": "crowdControl",
                 *             "skillId": "security",
                 *             "placeId": "us-fl",
                 *             "period": {
                 *               "fromOn": "2024-10-09",
                 *               "toOn": "2024-10-30"
                 *             },
                 *             "priority": 3,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        title: string;
                        addresseeId: string;
                        people: number;
                        need: string;
                        grounds: string;
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                        lines: {
                            lineId: string;
                            title: string;
                            people: number;
                            taskId?: string;
                            skillId?: string;
                            placeId?: string;
                            period?: {
                                fromOn: string;
                                toOn: string;
                            };
                            priority?: number;
                            source: {
                                /** @enum {string} */
                                kind: "public" | "estimate" | "assumption";
                                words: string;
                            };
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    AmendRequest: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-fl-planner",
                 *         "partyId": "us.fl",
                 *         "role": "requestingPlanner"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "reason": "One line is enough.",
                 *         "lines": [
                 *           {
                 *             "lineId": "lin_supplies",
                 *             "title": "Carrying supplies",
                 *             "people": 200,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Made up for the example."
                 *             }
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lines: {
                            lineId: string;
                            title: string;
                            people: number;
                            taskId?: string;
                            skillId?: string;
                            placeId?: string;
                            period?: {
                                fromOn: string;
                                toOn: string;
                            };
                            priority?: number;
                            source: {
                                /** @enum {string} */
                                kind: "public" | "estimate" | "assumption";
                                words: string;
                            };
                        }[];
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    SubmitRequest: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_fl-planner",
                 *         "partyId": "us.fl",
                 *         "role": "requestingPlanner"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    WithdrawRequest: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-fl-planner",
                 *         "partyId": "us.fl",
                 *         "role": "requestingPlanner"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "reason": "The storm has turned."
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    PublishRequest: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-fl-planner",
                 *         "partyId": "us.fl",
                 *         "role": "requestingPlanner"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    WithholdRequest: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-fl-planner",
                 *         "partyId": "us.fl",
                 *         "role": "requestingPlanner"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "reason": "It is for its parties alone."
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    DeriveAuthority: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_emac-sourcing",
                 *         "partyId": "us.emac",
                 *         "role": "sourcingOfficer"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "kinds": [
                 *           {
                 *             "statusId": "stateActiveDuty",
                 *             "delegationIds": []
                 *           },
                 *           {
                 *             "statusId": "title10",
                 *             "delegationIds": []
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        kinds: {
                            statusId: string;
                            delegationIds: string[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    GiveOpinion: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_emac-counsel",
                 *         "partyId": "us.emac",
                 *         "role": "counsel"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "requestVersion": 1,
                 *         "outcome": "concurWithConditions",
                 *         "criteria": [
                 *           {
                 *             "criterion": "cost",
                 *             "finding": "met",
                 *             "evidence": "700 people for 21 days at $459 a person-day; the requesting state reimburses.",
                 *             "foundBy": "Finance",
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           },
                 *           {
                 *             "criterion": "readiness",
                 *             "finding": "met",
                 *             "evidence": "Each lender keeps the reserve it names.",
                 *             "foundBy": "Operations",
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           },
                 *           {
                 *             "criterion": "appropriateness",
                 *             "finding": "met",
                 *             "evidence": "An emergency is declared and local means are used up.",
                 *             "foundBy": "Operations",
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           },
                 *           {
                 *             "criterion": "risk",
                 *             "finding": "met",
                 *             "evidence": "Work begins after landfall, in teams.",
                 *             "foundBy": "Safety",
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           },
                 *           {
                 *             "criterion": "legality",
                 *             "finding": "metWithConditions",
                 *             "evidence": "Compact work; traffic control only where the agreement names it.",
                 *             "foundBy": "Counsel",
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           },
                 *           {
                 *             "criterion": "lethality",
                 *             "finding": "met",
                 *             "evidence": "No use of force is foreseen.",
                 *             "foundBy": "Operations",
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *             }
                 *           }
                 *         ],
                 *         "conditions": [
                 *           {
                 *             "conditionId": "cnd_traffic-80",
                 *             "words": "At most 80 on traffic control, beside local police",
                 *             "lineIds": [
                 *               "lin_traffic"
                 *             ],
                 *             "maxPeople": 80
                 *           }
                 *         ],
                 *         "clears": [
                 *           {
                 *             "lineId": "lin_traffic",
                 *             "statusId": "stateActiveDuty"
                 *           }
                 *         ],
                 *         "lapsesOn": "2024-11-05",
                 *         "words": "Concurs; the agreement names traffic control, so that the contested cell is cleared for it.",
                 *         "source": {
                 *           "kind": "assumption",
                 *           "words": "Lines and numbers are ours, on the scale of Hurricane Milton, October 2024."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        requestVersion: number;
                        /** @enum {string} */
                        outcome: "concur" | "concurWithConditions" | "doNotConcur";
                        criteria: {
                            /** @enum {string} */
                            criterion: "cost" | "readiness" | "appropriateness" | "risk" | "legality" | "lethality";
                            /** @enum {string} */
                            finding: "met" | "metWithConditions" | "notMet";
                            evidence: string;
                            foundBy: string;
                            source: {
                                /** @enum {string} */
                                kind: "public" | "estimate" | "assumption";
                                words: string;
                            };
                        }[];
                        conditions: {
                            conditionId: string;
                            words: string;
                            lineIds: string[];
                            maxPeople?: number;
                            barredStatusIds?: string[];
                            requiredDelegationIds?: string[];
                            presentCapacities?: string[];
                            period?: {
                                fromOn: string;
                                toOn: string;
                            };
                        }[];
                        clears: {
                            lineId: string;
                            statusId: string;
                        }[];
                        lapsesOn: string;
                        words: string;
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    SeekConsents: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_emac-sourcing",
                 *         "partyId": "us.emac",
                 *         "role": "sourcingOfficer"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenders": [
                 *           {
                 *             "partyId": "us.in",
                 *             "people": 400
                 *           },
                 *           {
                 *             "partyId": "us.sc",
                 *             "people": 70
                 *           },
                 *           {
                 *             "partyId": "us.ga",
                 *             "people": 150
                 *           },
                 *           {
                 *             "partyId": "us.tn",
                 *             "people": 120
                 *           },
                 *           {
                 *             "partyId": "us.ny",
                 *             "people": 100
                 *           },
                 *           {
                 *             "partyId": "us.al",
                 *             "people": 60
                 *           }
                 *         ],
                 *         "kinds": [
                 *           {
                 *             "statusId": "stateActiveDuty",
                 *             "delegationIds": []
                 *           }
                 *         ],
                 *         "answerByOn": "2024-10-06"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        kinds: {
                            statusId: string;
                            delegationIds: string[];
                        }[];
                        lenders: {
                            partyId: string;
                            people: number;
                        }[];
                        lineIds?: string[];
                        answerByOn: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    GrantConsent: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-in-official",
                 *         "partyId": "us.in",
                 *         "role": "consentingOfficial"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "capacity": "lenderGovernor",
                 *         "partyId": "us.in",
                 *         "words": "Sends 400 members.",
                 *         "source": {
                 *           "kind": "public",
                 *           "words": "Press, October 2024 (helm.news): about 400 Indiana Guard members sent to Florida for Hurricane Milton."
                 *         },
                 *         "people": 400,
                 *         "conditions": {}
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        capacity: string;
                        partyId: string;
                        people: number;
                        conditions: {
                            onlyTaskIds?: string[];
                            barredTaskIds?: string[];
                            onlyPlaceIds?: string[];
                            onlyStatusIds?: string[];
                            period?: {
                                fromOn: string;
                                toOn: string;
                            };
                            recallNoticeDays?: number;
                        };
                        words: string;
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    RefuseConsent: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-ga-official",
                 *         "partyId": "us.ga",
                 *         "role": "consentingOfficial"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "partyId": "us.ga",
                 *         "capacity": "lenderGovernor",
                 *         "reason": "homeNeed",
                 *         "words": "The storm may turn north.",
                 *         "source": {
                 *           "kind": "assumption",
                 *           "words": "Made up for the example."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        capacity: string;
                        partyId: string;
                        /** @enum {string} */
                        reason: "readiness" | "homeNeed" | "legalDoubt" | "scope" | "cost" | "noReasonGiven";
                        words: string;
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    WithdrawConsent: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-ga-official",
                 *         "partyId": "us.ga",
                 *         "role": "consentingOfficial"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "partyId": "us.ga",
                 *         "capacity": "lenderGovernor",
                 *         "reason": "homeNeed",
                 *         "words": "The storm has turned north.",
                 *         "source": {
                 *           "kind": "assumption",
                 *           "words": "No such withdrawal is known; it shows that notice binds and that people already there are not lost."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        capacity: string;
                        partyId: string;
                        /** @enum {string} */
                        reason: "readiness" | "homeNeed" | "legalDoubt" | "scope" | "cost" | "noReasonGiven";
                        words: string;
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    NameStandIn: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-ga-official",
                 *         "partyId": "us.ga",
                 *         "role": "consentingOfficial"
                 *       },
                 *       "data": {
                 *         "standInId": "sta_georgia-deputy",
                 *         "partyId": "us.ga",
                 *         "capacities": [
                 *           "lenderGovernor"
                 *         ],
                 *         "personId": "per_us-sc-official",
                 *         "ofPartyId": "us.sc",
                 *         "period": {
                 *           "fromOn": "2024-10-05",
                 *           "toOn": "2024-11-05"
                 *         },
                 *         "mostPeople": 100,
                 *         "words": "The deputy answers while the official is away.",
                 *         "source": {
                 *           "kind": "assumption",
                 *           "words": "Made up for the example."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        standInId: string;
                        partyId: string;
                        capacities: string[];
                        personId: string;
                        ofPartyId: string;
                        period: {
                            fromOn: string;
                            toOn: string;
                        };
                        mostPeople?: number;
                        requestId?: string;
                        words: string;
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    EndStandIn: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-ga-official",
                 *         "partyId": "us.ga",
                 *         "role": "consentingOfficial"
                 *       },
                 *       "data": {
                 *         "standInId": "sta_georgia-deputy",
                 *         "partyId": "us.ga",
                 *         "reason": "The official is back."
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        standInId: string;
                        partyId: string;
                        reason: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    OfferPools: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-in-coordinator",
                 *         "partyId": "us.in",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.in",
                 *         "reserve": 100,
                 *         "reserveSource": {
                 *           "kind": "assumption",
                 *           "words": "Indiana sent 400 (press, October 2024); 500 offered, the split by skill and the cost of a Guard member-day are ours."
                 *         },
                 *         "pools": [
                 *           {
                 *             "poolId": "pol_in-general",
                 *             "skillId": "general",
                 *             "people": 280,
                 *             "kinds": [
                 *               {
                 *                 "statusId": "stateActiveDuty",
                 *                 "delegationIds": []
                 *               }
                 *             ],
                 *             "placeId": "us-in",
                 *             "readyDays": 1,
                 *             "personDayCents": 45900,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Indiana sent 400 (press, October 2024); 500 offered, the split by skill and the cost of a Guard member-day are ours."
                 *             }
                 *           },
                 *           {
                 *             "poolId": "pol_in-transport",
                 *             "skillId": "transport",
                 *             "people": 120,
                 *             "kinds": [
                 *               {
                 *                 "statusId": "stateActiveDuty",
                 *                 "delegationIds": []
                 *               }
                 *             ],
                 *             "placeId": "us-in",
                 *             "readyDays": 1,
                 *             "personDayCents": 45900,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Indiana sent 400 (press, October 2024); 500 offered, the split by skill and the cost of a Guard member-day are ours."
                 *             }
                 *           },
                 *           {
                 *             "poolId": "pol_in-security",
                 *             "skillId": "security",
                 *             "people": 70,
                 *             "kinds": [
                 *               {
                 *                 "statusId": "stateActiveDuty",
                 *                 "delegationIds": []
                 *               }
                 *             ],
                 *             "placeId": "us-in",
                 *             "readyDays": 1,
                 *             "personDayCents": 45900,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Indiana sent 400 (press, October 2024); 500 offered, the split by skill and the cost of a Guard member-day are ours."
                 *             }
                 *           },
                 *           {
                 *             "poolId": "pol_in-medical",
                 *             "skillId": "medical",
                 *             "people": 30,
                 *             "kinds": [
                 *               {
                 *                 "statusId": "stateActiveDuty",
                 *                 "delegationIds": []
                 *               }
                 *             ],
                 *             "placeId": "us-in",
                 *             "readyDays": 1,
                 *             "personDayCents": 45900,
                 *             "source": {
                 *               "kind": "assumption",
                 *               "words": "Indiana sent 400 (press, October 2024); 500 offered, the split by skill and the cost of a Guard member-day are ours."
                 *             }
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        pools: {
                            poolId: string;
                            skillId: string;
                            people: number;
                            kinds: {
                                statusId: string;
                                delegationIds: string[];
                            }[];
                            placeId: string;
                            readyDays: number;
                            personDayCents: number;
                            source: {
                                /** @enum {string} */
                                kind: "public" | "estimate" | "assumption";
                                words: string;
                            };
                        }[];
                        reserve: number;
                        reserveSource: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    CommitPlan: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_emac-sourcing",
                 *         "partyId": "us.emac",
                 *         "role": "sourcingOfficer"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "planId": "pln_storm-1"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        planId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    NotePastDeployment: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_desk",
                 *         "partyId": "us.dod",
                 *         "role": "deploymentDesk"
                 *       },
                 *       "data": {
                 *         "deploymentId": "dep_tx-2023-logistics",
                 *         "statusId": "title32",
                 *         "delegationIds": [],
                 *         "taskId": "logistics",
                 *         "placeId": "us-tx",
                 *         "lenderId": "us.oh",
                 *         "people": 40,
                 *         "period": {
                 *           "fromOn": "2023-04-01",
                 *           "toOn": "2023-05-01"
                 *         },
                 *         "source": {
                 *           "kind": "assumption",
                 *           "words": "Made up for the example."
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        deploymentId: string;
                        statusId: string;
                        delegationIds: string[];
                        taskId: string;
                        placeId: string;
                        lenderId: string;
                        people: number;
                        period: {
                            fromOn: string;
                            toOn: string;
                        };
                        source: {
                            /** @enum {string} */
                            kind: "public" | "estimate" | "assumption";
                            words: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    NotePerson: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-oh-coordinator",
                 *         "partyId": "us.oh",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "lenderId": "us.oh",
                 *         "personId": "prs_00112233445566778899aabbccddeeff",
                 *         "particulars": {
                 *           "name": "A. Example"
                 *         },
                 *         "skillIds": [
                 *           "medical"
                 *         ],
                 *         "kinds": [
                 *           {
                 *             "statusId": "title32",
                 *             "delegationIds": []
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        lenderId: string;
                        personId: string;
                        particulars: {
                            name: string;
                            contact?: string;
                            badge?: string;
                        };
                        skillIds: string[];
                        kinds: {
                            statusId: string;
                            delegationIds: string[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    CorrectPerson: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-oh-coordinator",
                 *         "partyId": "us.oh",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "lenderId": "us.oh",
                 *         "personId": "prs_00112233445566778899aabbccddeeff",
                 *         "particulars": {
                 *           "name": "B. Example"
                 *         },
                 *         "skillIds": [
                 *           "medical"
                 *         ],
                 *         "kinds": [
                 *           {
                 *             "statusId": "title32",
                 *             "delegationIds": []
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        lenderId: string;
                        personId: string;
                        particulars: {
                            name: string;
                            contact?: string;
                            badge?: string;
                        };
                        skillIds: string[];
                        kinds: {
                            statusId: string;
                            delegationIds: string[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    ErasePerson: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-oh-coordinator",
                 *         "partyId": "us.oh",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "lenderId": "us.oh",
                 *         "personId": "prs_00112233445566778899aabbccddeeff",
                 *         "because": "theyAsked"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        lenderId: string;
                        personId: string;
                        /** @enum {string} */
                        because: "theyAsked" | "serviceOver" | "notedInError";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    AcceptOrder: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-tn-coordinator",
                 *         "partyId": "us.tn",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    DeclineSeats: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-tn-coordinator",
                 *         "partyId": "us.tn",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "group": 2,
                 *         "people": 5,
                 *         "reason": "neededAtHome"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        group: number;
                        people: number;
                        /** @enum {string} */
                        reason: "noneQualified" | "noneAvailable" | "neededAtHome" | "noEquipment" | "noTravel" | "termsNotMet";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    NameRoster: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-tn-coordinator",
                 *         "partyId": "us.tn",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "seats": [
                 *           {
                 *             "group": 1,
                 *             "personId": "prs_0123456789abcdef0123456789abcdef"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        seats: {
                            group: number;
                            personId: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    StrikeFromRoster: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-tn-coordinator",
                 *         "partyId": "us.tn",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "personIds": [
                 *           "prs_0123456789abcdef0123456789abcdef"
                 *         ],
                 *         "reason": "replaced"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        personIds: string[];
                        /** @enum {string} */
                        reason: "replaced" | "notAvailable" | "notQualified" | "seatGone" | "namedInError";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    OrderMission: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-tn-official",
                 *         "partyId": "us.tn",
                 *         "role": "consentingOfficial"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    Mobilise: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-tn-coordinator",
                 *         "partyId": "us.tn",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "personIds": [
                 *           "prs_0123456789abcdef0123456789abcdef"
                 *         ],
                 *         "leftAt": "2024-10-08T06:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        personIds: string[];
                        leftAt: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    CheckIn: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-fl-desk",
                 *         "partyId": "us.fl",
                 *         "role": "deploymentDesk"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "personIds": [
                 *           "prs_0123456789abcdef0123456789abcdef"
                 *         ],
                 *         "arrivedAt": "2024-10-09T14:00:00Z",
                 *         "present": []
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        personIds: string[];
                        arrivedAt: string;
                        present: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    AttestPresence: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-tn-coordinator",
                 *         "partyId": "us.tn",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "personIds": [
                 *           "prs_0123456789abcdef0123456789abcdef"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        personIds: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    ReleasePeople: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-fl-desk",
                 *         "partyId": "us.fl",
                 *         "role": "deploymentDesk"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "personIds": [
                 *           "prs_0123456789abcdef0123456789abcdef"
                 *         ],
                 *         "releasedAt": "2024-10-22T18:00:00Z",
                 *         "reason": "tourOver"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        personIds: string[];
                        releasedAt: string;
                        /** @enum {string} */
                        reason: "tourOver" | "relieved" | "needMet" | "recalled" | "unfit" | "notPermitted";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    Demobilise: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-fl-desk",
                 *         "partyId": "us.fl",
                 *         "role": "deploymentDesk"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "personIds": [
                 *           "prs_0123456789abcdef0123456789abcdef"
                 *         ],
                 *         "leftAt": "2024-10-23T08:00:00Z",
                 *         "items": [
                 *           {
                 *             "item": "equipmentReturned",
                 *             "is": "done"
                 *           },
                 *           {
                 *             "item": "timeRecorded",
                 *             "is": "done"
                 *           },
                 *           {
                 *             "item": "debriefed",
                 *             "is": "done"
                 *           },
                 *           {
                 *             "item": "healthSeen",
                 *             "is": "done"
                 *           },
                 *           {
                 *             "item": "travelArranged",
                 *             "is": "done"
                 *           },
                 *           {
                 *             "item": "restTaken",
                 *             "is": "done"
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        personIds: string[];
                        leftAt: string;
                        items: {
                            /** @enum {string} */
                            item: "equipmentReturned" | "timeRecorded" | "debriefed" | "healthSeen" | "travelArranged" | "restTaken";
                            /** @enum {string} */
                            is: "done" | "notNeeded";
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    ComeHome: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_us-tn-coordinator",
                 *         "partyId": "us.tn",
                 *         "role": "lenderCoordinator"
                 *       },
                 *       "data": {
                 *         "requestId": "req_2024-10-storm",
                 *         "lenderId": "us.tn",
                 *         "personIds": [
                 *           "prs_0123456789abcdef0123456789abcdef"
                 *         ],
                 *         "homeAt": "2024-10-23T20:00:00Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    data: {
                        requestId: string;
                        lenderId: string;
                        personIds: string[];
                        homeAt: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    readPerson: {
        parameters: {
            query?: never;
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    lenderId: string;
                    personId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lenderId: string;
                        personId: string;
                        particulars: {
                            name: string;
                            contact?: string;
                            badge?: string;
                        };
                        readonly skillIds: string[];
                        readonly kinds: {
                            statusId: string;
                            readonly delegationIds: string[];
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    planRequest: {
        parameters: {
            query?: {
                /** @description Answer once the log has signed over what was recorded, at most 5 seconds later, with a proof file (C2SP tlog-proof) for each event, in whatever stream; null for one that was not signed over by then. */
                wait?: "proof";
            };
            header: {
                /** @description The id of the command, drawn by whoever gives it. The same id with the same body is answered as before, byte for byte; with another body it is refused with 422. */
                "idempotency-key": string;
                /** @description The ETag of what the command changes, as reading it gave it. Where something the command rests on has changed since, it is refused with 412 and nothing is recorded; without, with 428. `*` takes it as it stands. A command sent again is answered as before first. */
                "if-match"?: string;
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": {
                 *         "personId": "per_emac-sourcing",
                 *         "partyId": "us.emac",
                 *         "role": "sourcingOfficer"
                 *       },
                 *       "planId": "pln_storm-1",
                 *       "orderOn": "2024-10-06",
                 *       "travelKmPerDay": 800
                 *     }
                 */
                "application/json": {
                    by: {
                        personId: string;
                        partyId: string;
                        /** @enum {string} */
                        role: "requestingPlanner" | "counsel" | "consentingOfficial" | "sourcingOfficer" | "lenderCoordinator" | "deploymentDesk" | "financeOfficer" | "programmeOfficer" | "auditor" | "administrator" | "flow";
                    };
                    planId: string;
                    orderOn: string;
                    travelKmPerDay: number;
                    /** @description What counts before what, filling first; what is not named follows as it would be. */
                    order?: ("fill" | "changes" | "days" | "arrival" | "cost" | "burden")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "recorded";
                        commandId: string;
                        stream: string;
                        facts: {
                            type: string;
                            position: number;
                        }[];
                        proofs?: {
                            stream: string;
                            position: number;
                            proof: string | null;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first). */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        figures: {
                            waiting: number;
                            running: number;
                            failed: number;
                            lagSeconds: number;
                        };
                        jobs: {
                            id: string;
                            task: string;
                            /** @description What it is done for: the place of an event in the record. */
                            key?: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "failedOnce" | "failed";
                            runAt: string;
                            attempts: number;
                            mostAttempts: number;
                            lastError?: string;
                        }[];
                    };
                    "text/csv": string;
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                jobId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "willBeTried";
                    };
                };
            };
            /** @description Default Response */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
            /** @description Default Response */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        title: string;
                        status: number;
                        detail: string;
                        code: string;
                        asked?: string;
                        allowed?: string;
                        faults?: {
                            field: string;
                            problem: string;
                        }[];
                        policies?: {
                            policyId: string;
                            citation: string;
                        }[];
                    };
                };
            };
        };
    };
}
