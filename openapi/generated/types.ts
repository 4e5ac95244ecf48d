// Generated from openapi/ by `npm run generate`. Do not edit.
export interface paths {
    "/v1/federations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find federations by name
         * @description Federations whose name contains `q`, the higher levels first. An empty result is an empty page.
         */
        get: operations["searchFederations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** One federation by its code */
        get: operations["getFederation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/children": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * The federations directly below one
         * @description Ordered by code. A village has none and answers an empty page.
         */
        get: operations["listChildFederations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/help-form": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * What a federation asks, in its own words
         * @description Categories, risk questions, choices, consents and hotlines as data: a federation switches a category off or changes a word without code. What it does not set it takes from the federation above it.
         */
        get: operations["getHelpForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/help-requests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a request for help
         * @description Answers 201 only after the request is stored durably. The same key with the same body answers the same receipt again for 72 hours. The grade is computed by the server from the answers; the client's is not trusted. Where the requester excludes the receiving unit, the nearest federation above that is not excluded receives the request.
         */
        post: operations["submitHelpRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-help-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens to my request
         * @description For who holds the receipt. Carries the state, who to call and what happens next, and nothing that was written: a receipt that is found gives no story away. A wrong number and a wrong secret answer the same.
         */
        get: operations["readOwnHelpRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce a file of a request that is not yet submitted
         * @description Reserves a place for one file of a draft; its bytes follow by `appendAttachment`. What is not bound to a submitted request within 24 hours is deleted.
         */
        post: operations["startAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        /** How much of a file has arrived */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        /**
         * Remove a file from a draft
         * @description Removing what is no longer there is a success, too.
         */
        delete: operations["removeAttachment"];
        options?: never;
        head?: never;
        /**
         * Send the next piece of a file
         * @description At most 1 MiB a piece. The last piece answers after the file was checked by its content: images are re-encoded without metadata (the original is sealed as evidence), PDF, audio, video and office files are kept, everything else is refused whatever its name says. Sending a piece again that already arrived is harmless.
         */
        patch: operations["appendAttachment"];
        trace?: never;
    };
    "/v1/own-help-request/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        /**
         * Download a file of my request
         * @description The working copy, always as a download and never shown in the page.
         */
        get: operations["downloadOwnAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-points": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * Service points of a federation and those below it
         * @description Those that fit all that is asked. A confidential place counts as standing in the middle of its area, whatever is asked (S5).
         */
        get: operations["searchServicePoints"];
        put?: never;
        /** Add a service point */
        post: operations["createServicePoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-points/{pointId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
            };
            cookie?: never;
        };
        /** One service point */
        get: operations["getServicePoint"];
        /**
         * Change a service point
         * @description Replaces everything that staff writes.
         */
        put: operations["changeServicePoint"];
        post?: never;
        /** Take a service point off the map */
        delete: operations["retireServicePoint"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-points/{pointId}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that something is wrong with a place, or how good it is
         * @description Somebody of the federation looks at it before it counts.
         */
        post: operations["sendServicePointFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-points/{pointId}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a photo of a service point
         * @description A JPEG, PNG or WebP of at most 8 MiB; its content decides, not its name. It is written anew in two sizes without any metadata, a position among it, and the file itself is not kept. At most 6 a point, and none of a confidential one (S5): both are a finding of `service-point-refused`. The same picture again only changes its words. The words travel in the address, which is logged by others: name no person in them.
         */
        post: operations["addServicePointPhoto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-points/{pointId}/photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
                /** @description The photo's id. */
                photoId: components["schemas"]["PhotoId"];
            };
            cookie?: never;
        };
        /**
         * A photo of a service point
         * @description For an `<img>`. What a page has of it never changes, because its id is made of its content; it is asked for again after a day at the latest, so that a photo that was taken away does not stay elsewhere. A photo that was removed, with its point or because that became confidential, answers as one that never was (S5).
         */
        get: operations["getServicePointPhoto"];
        /** Change the words and the place of a photo */
        put: operations["changeServicePointPhoto"];
        post?: never;
        /**
         * Remove a photo of a service point
         * @description Removing what is no longer there is a success, too.
         */
        delete: operations["removeServicePointPhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/nearest-service-points": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * The nearest service points
         * @description As the crow flies. The position travels in a header, because addresses are logged by everything on their way, and with three decimals at most, which is some 100 m.
         */
        get: operations["findNearestServicePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-point-cells/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description Zoom of the tile. */
                z: string;
                /** @description Column of the tile, from the west. */
                x: string;
                /** @description Row of the tile, from the north. */
                y: string;
            };
            cookie?: never;
        };
        /**
         * How many service points stand where, for one tile
         * @description For areas that are too large to download. A tile outside the world holds nothing.
         */
        get: operations["getServicePointCells"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-point-table": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * All service points of an area, small enough for a phone
         * @description Position, category, facilities, hours and status of every point, in the binary form that `openapi/rules` reads and writes: 100,000 points in some 400 kB. Names and ids follow by `listServicePointNames`.
         */
        get: operations["getServicePointTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-point-names/{tableVersion}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The version that stands in the table. */
                tableVersion: string;
            };
            cookie?: never;
        };
        /** Names and ids of rows of the table */
        get: operations["listServicePointNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-point-imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add and change many service points from a file
         * @description At most 1 MiB. A row with the id of a point of this federation changes it, a row without one adds it. All rows are taken or none; the findings of `import-refused` name the rows that are wrong.
         */
        post: operations["importServicePoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-point-export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * All service points as a file
         * @description In the form that `importServicePoints` takes. Of confidential places the area only (S5); an import leaves them where they are. In CSV no cell begins with what a spreadsheet would compute.
         */
        get: operations["exportServicePoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-point-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** What visitors said */
        get: operations["listServicePointFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/service-point-feedback/{feedbackId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The id of what a visitor said. */
                feedbackId: components["schemas"]["ServicePointId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Accept or refuse what a visitor said */
        put: operations["settleServicePointFeedback"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * The queue of a federation and those below it
         * @description Holds nothing that a requester wrote. The most urgent first, unless it is asked otherwise.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * Take a request down for somebody
         * @description By phone, at a visit, from a letter or a notice. The secret of the receipt is made by the caller and handed out with the number.
         */
        post: operations["registerCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/case-counts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** How many cases wait for whom */
        get: operations["countCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/case-rules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * How a federation handles cases
         * @description Time limits, escalation, partner agencies and names of grades, as data.
         */
        get: operations["getCaseRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/case-workers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * Who can work on cases of a federation
         * @description Active intake staff, workers and supervisors of this federation, for assigning.
         */
        get: operations["listCaseWorkers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/case-stream": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * What changes, as it happens
         * @description Server-sent events. Each says that a case changed, by its id and revision, and nothing of it: `event: case`, `data: {"id", "revision", "kind"}`. One may come twice after a break; none is left out for a day. Every 15 s a comment keeps the connection and an id says where to go on.
         */
        get: operations["watchCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's id, from the queue. */
                caseId: components["parameters"]["caseId"];
            };
            cookie?: never;
        };
        /**
         * One case with all that its worker needs
         * @description Is written to the audit log (S7). Its ETag is what `takeCaseStep` asks for.
         */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's id, from the queue. */
                caseId: components["parameters"]["caseId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do something with a case
         * @description Which kinds of steps the caller may take stands in the case's `may`. Two workers who act at once: the second is told `precondition-failed` and has lost nothing.
         */
        post: operations["takeCaseStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's id, from the queue. */
                caseId: components["parameters"]["caseId"];
            };
            cookie?: never;
        };
        /** What happened to a case */
        get: operations["listCaseEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{caseId}/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's id, from the queue. */
                caseId: components["parameters"]["caseId"];
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        /** A file of a case */
        get: operations["downloadCaseAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open my case with the receipt
         * @description Wrong number and wrong secret answer the same, by bytes and by time (S4).
         */
        post: operations["openOwnCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My case */
        get: operations["readOwnCase"];
        put?: never;
        post?: never;
        /**
         * Have my case deleted
         * @description The case's key is deleted, so that nobody can read it any more (S8); what remains are counts. Possible once the case has ended and the time is over that the federation must keep it.
         */
        delete: operations["eraseOwnCase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write to the federation */
        post: operations["sendOwnMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether I am satisfied */
        post: operations["rateOwnCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw my case */
        post: operations["withdrawOwnCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether my data may go to a partner agency */
        post: operations["answerOwnConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        /**
         * A file of my case
         * @description Those that came with the request and those of messages; not what staff keeps with a note. The working copy, always as a download and never shown in the page.
         */
        get: operations["downloadOwnCaseAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about me */
        get: operations["exportOwnCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/own-case/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes, as it happens
         * @description Server-sent events: `event: case`, `data: {"revision"}`, only of what she may know. Every 15 s a comment keeps the connection and an id says where to go on.
         */
        get: operations["watchOwnCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with account and password
         * @description A wrong account, a wrong password and a disabled account answer the same, and cost the same. Where the account has one-time codes and none is sent, `second-factor-missing`.
         */
        post: operations["signInStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am */
        get: operations["getStaffSession"];
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["signOutStaff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff-session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change my password */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff-session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Prove that one-time codes work */
        put: operations["confirmSecondFactor"];
        /**
         * Set one-time codes up
         * @description The secret counts only once a first code has come back.
         */
        post: operations["startSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff-oidc-starts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the county's own accounts
         * @description OpenID Connect, authorization code with PKCE. Only where the operator configured it.
         */
        post: operations["startOidcSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff-oidc-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Come back from signing in elsewhere */
        post: operations["finishOidcSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/staff-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** Accounts of a federation and those below it */
        get: operations["listStaffAccounts"];
        put?: never;
        /** Add an account */
        post: operations["createStaffAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/staff-accounts/{staffId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The account's id. */
                staffId: components["parameters"]["staffId"];
            };
            cookie?: never;
        };
        /** One account */
        get: operations["getStaffAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account */
        patch: operations["changeStaffAccount"];
        trace?: never;
    };
    "/v1/federations/{code}/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** The audit log of a federation */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/case-report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** Statistics for staff */
        get: operations["getCaseReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/case-report-export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** Statistics as a table */
        get: operations["exportCaseReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/public-case-report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * Statistics for everybody
         * @description Counts from 1 to 4 are left out, and whatever would tell them by a sum. That is decided for each county and month; longer periods and federations above are sums of those, and tell a count where each of its parts is told. What a city or province handles itself is not among it; of a township only the total is told, of a village nothing. Only of periods that are over.
         */
        get: operations["getPublicCaseReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/councils": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** Councils of a federation and those below it */
        get: operations["listCouncils"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/council-execution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /**
         * What was decided and done, rolled up
         * @description A village counts its own councils, each level above all those below it.
         */
        get: operations["getExecutionReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take part as a member
         * @description With a printed code, or the word of a portal that the operator knows. A wrong, a used-up and an expired one answer the same (S6); guessing is slowed.
         */
        post: operations["openMemberSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am in this council */
        get: operations["getOwnMembership"];
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["closeMemberSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** One council */
        get: operations["getCouncil"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/roll": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** Who is on the roll */
        get: operations["listRoll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /**
         * Topics
         * @description Those that were let in. Nothing says here who you are: `listOwnTopics` is the same list for a member.
         */
        get: operations["listTopics"];
        put?: never;
        /**
         * Suggest a topic
         * @description From anyone. Shown once the organiser has looked at it.
         */
        post: operations["suggestTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/own-topics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** Topics, as a member sees them */
        get: operations["listOwnTopics"];
        put?: never;
        /** Propose a topic as a member */
        post: operations["proposeTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/topics/{topicId}/seconding": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Second a topic */
        put: operations["secondTopic"];
        post?: never;
        /** Take my seconding back */
        delete: operations["unsecondTopic"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/topics/{topicId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        /** The discussion of a topic */
        get: operations["listComments"];
        put?: never;
        /** Say something */
        post: operations["writeComment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/topics/{topicId}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
                commentId: components["parameters"]["commentId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what I said */
        delete: operations["takeBackComment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/topics/{topicId}/comments/{commentId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
                commentId: components["parameters"]["commentId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Ask the organiser to look at a contribution */
        put: operations["reportComment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** Meetings */
        get: operations["listMeetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** Resolutions and whether they were done */
        get: operations["listResolutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/own-resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** Resolutions, as a member sees them */
        get: operations["listOwnResolutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/resolutions/{resolutionId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether what I proposed was done
         * @description By the member who proposed the topic.
         */
        put: operations["answerExecution"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/resolutions/{resolutionId}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Say how satisfied I am
         * @description Once it was reported done; may be changed.
         */
        put: operations["rateResolution"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/log": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /**
         * The log
         * @description Append-only; what `fulian-verify` reads.
         */
        get: operations["getCouncilLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/log-seal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /**
         * The signed head of the log
         * @description Short enough to be printed and posted.
         */
        get: operations["getLogHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /**
         * Ballots of a council
         * @description Without drafts.
         */
        get: operations["listBallots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/ballots/{ballotId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        /**
         * One ballot
         * @description Rules from the moment it opened; result once it is closed.
         */
        get: operations["getBallot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/ballots/{ballotId}/own-vote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        /** Where I stand with a ballot */
        get: operations["getOwnBallot"];
        /**
         * Vote in an open ballot
         * @description The same choice sent twice is one vote. Another choice changes it where the rules allow that.
         */
        put: operations["castOpenVote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/ballots/{ballotId}/paper": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Get my paper for a secret ballot
         * @description Once for each member; the same blinded element is answered the same again, another one is refused.
         */
        put: operations["takeBallotPaper"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/ballots/{ballotId}/box": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Put a paper into the box
         * @description Carries no identity: no session, no cookie. The same paper with the same choice is one vote and answers the same; another choice changes it where the rules allow that.
         */
        put: operations["castSecretVote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/ballots/{ballotId}/casting-vote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Decide a tie as the chair
         * @description Open ballots only, where the rules say so; published with her name.
         */
        put: operations["castDecidingVote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/councils/{councilId}/ballots/{ballotId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        /**
         * The receipts of all ballots that were counted
         * @description After the closing. The whole list, so that nobody learns which one you look for.
         */
        get: operations["getBallotReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/council-desk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Found a council */
        post: operations["createCouncil"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change what is written about a council */
        put: operations["changeCouncil"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** The roll with its history */
        get: operations["listMembers"];
        put?: never;
        /** Put somebody on the roll */
        post: operations["addMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                memberId: components["parameters"]["memberId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Change an entry of the roll */
        put: operations["changeMember"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Print cards for members
         * @description A repeated request with the same key answers `invitation-printed`: the codes are not kept.
         */
        post: operations["inviteMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** Topics, as the organiser sees them */
        get: operations["listAllTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/topics/{topicId}/screening": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a topic in, admit, merge or decline it */
        post: operations["screenTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/topics/{topicId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        /** The discussion, as the organiser sees it */
        get: operations["listAllComments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/topics/{topicId}/comments/{commentId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
                commentId: components["parameters"]["commentId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Hide a contribution with a reason or show it again */
        put: operations["moderateComment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan a meeting */
        post: operations["createMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/meetings/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                meetingId: components["parameters"]["meetingId"];
            };
            cookie?: never;
        };
        /** A meeting with attendance and minutes */
        get: operations["getMeeting"];
        /** Change agenda, attendance or minutes */
        put: operations["changeMeeting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/ballots": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** Ballots, drafts included */
        get: operations["listAllBallots"];
        put?: never;
        /** Prepare a ballot */
        post: operations["prepareBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/ballots/{ballotId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        /** A ballot, also as a draft */
        get: operations["getBallotDraft"];
        /** Change a draft */
        put: operations["changeBallot"];
        post?: never;
        /**
         * Drop a draft, or cancel a ballot that is open
         * @description What was voted in an open one is destroyed uncounted; the log says that it was cancelled.
         */
        delete: operations["cancelBallot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/ballots/{ballotId}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        /** What stands against the next step */
        get: operations["checkBallot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/ballots/{ballotId}/opening": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open the ballot
         * @description Fixes rules, roll and closing time, and writes them into the log.
         */
        post: operations["openBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/ballots/{ballotId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close and count
         * @description Possible once the time is over or every member has voted; by itself it happens shortly after the closing time.
         */
        post: operations["closeBallot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        /** Resolutions, as the organiser sees them */
        get: operations["listAllResolutions"];
        put?: never;
        /** Record what was decided */
        post: operations["recordResolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/resolutions/{resolutionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        /** A resolution with its ETag */
        get: operations["getResolution"];
        /** Change a resolution */
        put: operations["changeResolution"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/council-desk/{councilId}/resolutions/{resolutionId}/execution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what was done */
        post: operations["takeExecutionStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** Addresses that are told of events */
        get: operations["listWebhooks"];
        put?: never;
        /** Add an address */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The address's id. */
                webhookId: components["parameters"]["webhookId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove an address */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/webhook-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        /** What was sent, and what could not be */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/federations/{code}/webhook-deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The message's id. */
                deliveryId: components["parameters"]["deliveryId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send once more */
        post: operations["repeatWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every problem the service may answer */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/problems/{problemCode}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A problem's stable code. */
                problemCode: string;
            };
            cookie?: never;
        };
        /**
         * What one problem means
         * @description The address that a problem's `type` points to.
         */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Does the process run
         * @description Says nothing of the database; a supervisor restarts the process where this fails.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can the service store a request now
         * @description Asks the database; a load balancer sends nothing here while this answers 503.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A wire error after RFC 9457. `detail` never repeats what was sent, so that a problem may be logged. */
        Problem: {
            /** @description `/v1/problems/<code>`, relative to the service. */
            type: string;
            /** @description Short and in English; show people the words of your own catalogue for the code. */
            title: string;
            status: number;
            code: components["schemas"]["ProblemCode"];
            /** @description What is wrong with this request, without its content. */
            detail?: string;
            /** @description Also in the `Fulian-Request-Id` header and the service's log. */
            requestId?: string;
            /** @description Seconds; the same as the header. */
            retryAfter?: number;
            /** @description With `offset-mismatch` only, the bytes that have arrived. */
            offset?: number;
            /** @description What is wrong and where, with `invalid-request`, `request-incomplete`, `service-point-refused` and `import-refused`. */
            findings?: components["schemas"]["Finding"][];
        };
        /**
         * @description 省, 市, 县(市、区), 镇(街道), 村(社区).
         * @enum {string}
         */
        FederationLevel: "province" | "city" | "county" | "township" | "village";
        /** @description 12-digit division code in the form of GB/T 2260 and its village extension: two digits province, two city, two county, three township, three village; what is not reached is zero. A federation's subtree shares its prefix. */
        DivisionCode: string;
        /** @description What a list shows of a federation. */
        FederationSummary: {
            code: components["schemas"]["DivisionCode"];
            level: components["schemas"]["FederationLevel"];
            /** @description The division's name without the word 'federation'. */
            name: string;
            /** @description Whether there are federations below it. */
            hasChildren: boolean;
        };
        /** @description A page of federations. */
        FederationPage: {
            items: components["schemas"]["FederationSummary"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /** @description A Women's Federation (妇联) in the tree. */
        Federation: {
            code: components["schemas"]["DivisionCode"];
            level: components["schemas"]["FederationLevel"];
            name: string;
            hasChildren: boolean;
            /** @description The office's own telephone number. */
            phone?: string;
            /** @description From the province down to the federation directly above. */
            parents: components["schemas"]["FederationSummary"][];
        };
        /** @description The same words in every language of the interface. */
        LocalizedText: {
            "zh-CN": string;
            en: string;
        };
        /** @description A number to call now. */
        Hotline: {
            number: string;
            label: components["schemas"]["LocalizedText"];
            /** @description Shown where somebody is in danger. */
            urgent?: boolean;
        };
        /** @description A choice that a federation's configuration defines. */
        ChoiceCode: string;
        /**
         * @description Urgency, from the least to the most. What a colour is called differs by place; this order does not.
         * @enum {string}
         */
        Grade: "none" | "pink" | "orange" | "red";
        /** @description What a request is about. */
        Category: {
            code: components["schemas"]["ChoiceCode"];
            label: components["schemas"]["LocalizedText"];
            hint?: components["schemas"]["LocalizedText"];
            baseGrade: components["schemas"]["Grade"];
            /** @description Whether the risk questions after the first are asked. */
            asksRisk: boolean;
            /** @description Whether the age of the person concerned is asked in any case. */
            concernsChild?: boolean;
        };
        /** @description One question of the short risk screen. */
        RiskQuestion: {
            code: components["schemas"]["ChoiceCode"];
            label: components["schemas"]["LocalizedText"];
            hint?: components["schemas"]["LocalizedText"];
            gradeWhenYes: components["schemas"]["Grade"];
            gradeWhenUnknown?: components["schemas"]["Grade"];
        };
        /** @description One choice of a list. */
        Choice: {
            code: components["schemas"]["ChoiceCode"];
            label: components["schemas"]["LocalizedText"];
        };
        /**
         * @description `other-person` is somebody she trusts; `none` means that she comes back with the receipt.
         * @enum {string}
         */
        ContactChannel: "phone" | "sms" | "wechat" | "email" | "other-person" | "none";
        /**
         * @description PIPL articles 13 and 14 (general), 29 (sensitive data), 31 (a minor under 14).
         * @enum {string}
         */
        ConsentKind: "general" | "sensitive" | "minor";
        /** @description What is consented to. */
        ConsentText: {
            kind: components["schemas"]["ConsentKind"];
            version: string;
            purpose: components["schemas"]["LocalizedText"];
            /** @description Days after closing until the data is deleted. */
            retentionDays: number;
        };
        /** @description Until when somebody makes contact. */
        FirstContactLimits: {
            /** @description Hours, day and night. */
            redHours: number;
            /** @description Chinese working days. */
            otherWorkingDays: number;
        };
        /** @description How many files and how large. */
        AttachmentLimits: {
            maxCount: number;
            maxBytes: number;
        };
        /** @description What a federation asks, as data. */
        HelpForm: {
            federation: components["schemas"]["Federation"];
            hotlines: components["schemas"]["Hotline"][];
            categories: components["schemas"]["Category"][];
            /** @description The first one is asked before everything else; it asks whether somebody is in danger now. */
            riskQuestions: components["schemas"]["RiskQuestion"][];
            /** @description What the requester may be to the person for whom she asks. */
            relations: components["schemas"]["Choice"][];
            /** @description Bodies with a duty to report, after article 14 of the Anti-Domestic-Violence Law of 2016. */
            reporterBodies: components["schemas"]["Choice"][];
            /** @description Languages and dialects in which a case worker can speak. */
            languages: components["schemas"]["Choice"][];
            accessNeeds: components["schemas"]["Choice"][];
            /** @description How this federation can make contact. */
            channels: components["schemas"]["ContactChannel"][];
            consents: components["schemas"]["ConsentText"][];
            /** @description Units that might come to see a request and that the requester may exclude. */
            units: components["schemas"]["FederationSummary"][];
            firstContact: components["schemas"]["FirstContactLimits"];
            attachments: components["schemas"]["AttachmentLimits"];
            /** @description Replaces words of the element's catalogue, by their key. */
            words: {
                [key: string]: components["schemas"]["LocalizedText"];
            };
        };
        /** @description Who asks. */
        Asker: {
            /** @enum {string} */
            role: "self" | "other" | "witness" | "mandatory-reporter";
            relation?: components["schemas"]["ChoiceCode"];
            body?: components["schemas"]["ChoiceCode"];
            /** @description Name of the school or hospital that reports. */
            bodyName?: string;
        };
        /** @description Whether the requester gives her name. */
        Identity: {
            /** @enum {string} */
            kind: "anonymous" | "named";
            name?: string;
        };
        /** @description Local time in China (UTC+8). */
        TimeOfDay: string;
        /** @description How contact is safe. What is not allowed here is not done. */
        SafeContactPlan: {
            channel: components["schemas"]["ContactChannel"];
            /** @description Number, WeChat id or address. */
            value?: string;
            /** @description With `other-person`, who that is. */
            personName?: string;
            personRelation?: string;
            /** @description Days on which contact is safe; absent or empty means any day. */
            days?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            from?: components["schemas"]["TimeOfDay"];
            to?: components["schemas"]["TimeOfDay"];
            mayLeaveMessage: boolean;
            maySayWhoCalls: boolean;
            /** @description What the caller says she is calling about. */
            coverWords?: string;
        };
        /**
         * @description 'I do not know' is an answer.
         * @enum {string}
         */
        Answer: "yes" | "no" | "unknown";
        /** @description The answer to one risk question. */
        RiskAnswer: {
            question: components["schemas"]["ChoiceCode"];
            answer: components["schemas"]["Answer"];
        };
        /** @description The answers to the risk questions and the grade that the client computed from them. */
        RiskScreen: {
            answers: components["schemas"]["RiskAnswer"][];
            grade?: components["schemas"]["Grade"];
        };
        /** @description The person who needs help. */
        ConcernedPerson: {
            underFourteen: components["schemas"]["Answer"];
        };
        /** @description What makes talking possible. */
        Needs: {
            languages?: components["schemas"]["ChoiceCode"][];
            access?: components["schemas"]["ChoiceCode"][];
            note?: string;
        };
        /** @description 128 random bits in base64url. */
        AttachmentId: string;
        /** @description A consent that was given; the service adds the time. */
        Consent: {
            kind: components["schemas"]["ConsentKind"];
            version: string;
            /**
             * @description `statutory-duty` is the path of a mandatory reporter or of an emergency (PIPL article 13).
             * @enum {string}
             */
            givenBy: "requester" | "guardian" | "statutory-duty";
        };
        /** @description Units that must not see the request, because somebody there is involved. */
        Exclusion: {
            units: components["schemas"]["DivisionCode"][];
            note?: string;
        };
        /** @description 24 random digits made by the client, shown as 6 groups of 4. The service keeps a salted HMAC of it only. */
        ReceiptSecret: string;
        /** @description A request for help as the requester submits it. */
        HelpRequestSubmission: {
            category: components["schemas"]["ChoiceCode"];
            /** @description What happened, in her words. May be left out; some people cannot write it. */
            narrative?: string;
            asker: components["schemas"]["Asker"];
            identity: components["schemas"]["Identity"];
            safeContact: components["schemas"]["SafeContactPlan"];
            division?: components["schemas"]["DivisionCode"];
            riskScreen: components["schemas"]["RiskScreen"];
            concernedPerson: components["schemas"]["ConcernedPerson"];
            childrenPresent: components["schemas"]["Answer"];
            needs?: components["schemas"]["Needs"];
            /** @description Ids of stored attachments of the draft whose key the request carries. */
            attachments?: components["schemas"]["AttachmentId"][];
            consents: components["schemas"]["Consent"][];
            exclusion?: components["schemas"]["Exclusion"];
            receiptSecret: components["schemas"]["ReceiptSecret"];
        };
        /** @description Random, not a sequence; shown as 3 groups of 4. */
        CaseNumber: string;
        /** @description Proof that the request is stored. */
        HelpRequestReceipt: {
            number: components["schemas"]["CaseNumber"];
            grade: components["schemas"]["Grade"];
            /** Format: date-time */
            submittedAt: string;
            /**
             * Format: date-time
             * @description Until when somebody makes contact or the answer is here.
             */
            firstContactBy: string;
            handledBy: components["schemas"]["Federation"];
        };
        /** @enum {string} */
        CaseState: "submitted" | "accepted" | "in-progress" | "resolved" | "followed-up" | "closed" | "declined" | "withdrawn" | "reopened";
        /** @description A file of a draft or a request. */
        Attachment: {
            id: components["schemas"]["AttachmentId"];
            /**
             * @description `stored` after its content was checked. A refused file is deleted at once.
             * @enum {string}
             */
            status: "uploading" | "stored";
            /** @description Bytes, as announced. */
            size: number;
            /** @description Bytes that have arrived. */
            offset: number;
            /** @description By content, once stored. */
            mediaType?: string;
            /** @description As on the device that it came from. Only in answers to who has opened her own case. */
            name?: string;
            /** @description Of the original as it arrived, once stored; proves later that it was not changed. */
            sha256?: string;
        };
        /** @description What the requester may see. */
        OwnHelpRequest: {
            number: components["schemas"]["CaseNumber"];
            state: components["schemas"]["CaseState"];
            category: components["schemas"]["ChoiceCode"];
            /** Format: date-time */
            submittedAt: string;
            /** Format: date-time */
            firstContactBy: string;
            handledBy: components["schemas"]["Federation"];
            attachments: components["schemas"]["Attachment"][];
        };
        /** @description A file that is about to be sent. */
        AttachmentStart: {
            /** @description As on the requester's device. Stored encrypted; says nothing about the kind of file. */
            name: string;
            /** @description Bytes, at most 20 MiB. */
            size: number;
        };
        /** @description 128 random bits in base64url; says nothing of where or when. */
        ServicePointId: string;
        /**
         * @description 母乳哺育室, 妇女儿童之家, 家庭纠纷调解点, 法律援助点, 心理咨询点, 避救中心. Their order is that of the table's bits.
         * @enum {string}
         */
        ServicePointCategory: "nursing-room" | "womens-home" | "mediation" | "legal-aid" | "counselling" | "shelter";
        /** @description A place on the map of mainland China, in degrees GCJ-02. Outside the mainland the same as WGS-84. */
        Position: {
            lng: number;
            lat: number;
        };
        /** @description All that is ever said of where a confidential place is (S5): somewhere in this circle, the same circle each time, and not in its middle. */
        Area: {
            lng: number;
            lat: number;
            /** @description Metres. */
            radius: number;
        };
        /**
         * @description Coordinate reference system. The service stores and answers GCJ-02; others are converted once, when they come in.
         * @enum {string}
         */
        Crs: "GCJ-02" | "WGS-84" | "BD-09";
        /**
         * @description What is there. `changing-table` has a strap, `roomy` is at least 10 m² (the ten ministries' opinion of 2016 on nursing rooms); the last four are about access. Their order is that of the table's bits.
         * @enum {string}
         */
        ServicePointFacility: "changing-table" | "hot-water" | "basin" | "cot" | "seat" | "table" | "socket" | "bin" | "lock" | "curtain" | "non-slip-floor" | "roomy" | "step-free" | "wide-door" | "accessible-toilet" | "hearing-loop";
        /**
         * @description `paused` is shown as such; what is retired is not shown at all.
         * @enum {string}
         */
        ServicePointStatus: "in-service" | "paused";
        /** @description What visitors think of a place, as far as it was looked through. Absent below 5 ratings. */
        Rating: {
            average: number;
            count: number;
        };
        /** @description Made of the photo's content. */
        PhotoId: string;
        /** @description What is to be seen on a photo, for who does not see it. Never who. */
        PhotoWords: string;
        /** @description The words of a photo; in English where somebody wrote them. */
        PhotoAlt: {
            "zh-CN": components["schemas"]["PhotoWords"];
            en?: components["schemas"]["PhotoWords"];
        };
        /** @description A photo, in two sizes. The paths are relative to where the service is, as those of this document. Width and height are those of the large one in px; the small one has the same shape. */
        ServicePointPhoto: {
            id: components["schemas"]["PhotoId"];
            alt: components["schemas"]["PhotoAlt"];
            width: number;
            height: number;
            paths: {
                small: string;
                large: string;
            };
        };
        /** @description A place where a federation helps. Has a `position`, or, where it is confidential, an `area` and neither address nor township. */
        ServicePoint: {
            id: components["schemas"]["ServicePointId"];
            federation: components["schemas"]["DivisionCode"];
            category: components["schemas"]["ServicePointCategory"];
            name: string;
            confidential: boolean;
            position?: components["schemas"]["Position"];
            area?: components["schemas"]["Area"];
            sourceCrs: components["schemas"]["Crs"];
            address?: string;
            /** @description When it is open, in the subset of OpenStreetMap's opening_hours that `openapi/rules` reads, in China's time (UTC+8): rules with `;` between them, the last that fits holds; `Mo-Fr`, `Sa,Su`, `WD` (a Chinese working day, make-up days included), `PH` (a public holiday), `2026-10-01` or `2026-10-01-2026-10-07`; then `08:30-12:00,14:00-17:30`, `off`, `unknown` or `24:00` hours as `00:00-24:00`. Absent where nobody knows. */
            hours?: string;
            phone?: string;
            /** @description Who is on duty, by role and never by name. */
            dutyRole?: string;
            facilities: components["schemas"]["ServicePointFacility"][];
            status: components["schemas"]["ServicePointStatus"];
            rating?: components["schemas"]["Rating"];
            /** @description Where one point is asked for, and never of a confidential one: lists leave them out. Absent where there are none. */
            photos?: components["schemas"]["ServicePointPhoto"][];
            /** @description The day when somebody last looked whether all this is right. */
            checkedOn?: string;
        };
        /** @description A page of service points, ordered by id. */
        ServicePointPage: {
            items: components["schemas"]["ServicePoint"][];
            nextCursor?: string;
        };
        /** @description Where it really is. Of a confidential place it is sealed at once and never answered again. */
        PositionDraft: {
            lng: number;
            lat: number;
            crs: components["schemas"]["Crs"];
        };
        /** @description A service point as staff writes it. */
        ServicePointDraft: {
            category: components["schemas"]["ServicePointCategory"];
            name: string;
            /** @description Left out, false. A shelter always is. */
            confidential?: boolean;
            position: components["schemas"]["PositionDraft"];
            address?: string;
            hours?: string;
            phone?: string;
            dutyRole?: string;
            facilities?: components["schemas"]["ServicePointFacility"][];
            status?: components["schemas"]["ServicePointStatus"];
            checkedOn?: string;
        };
        /** @enum {string} */
        FeedbackKind: "rating" | "wrong-place" | "closed" | "wrong-hours" | "wrong-phone" | "missing-facility" | "other";
        /** @description What a visitor says of a place. Nothing of who says it is asked or kept. */
        ServicePointFeedback: {
            kind: components["schemas"]["FeedbackKind"];
            /** @description With `rating`, and only there. */
            stars?: number;
            note?: string;
        };
        /** @description It has arrived; somebody looks at it before it counts. */
        FeedbackReceipt: {
            /** @constant */
            status: "received";
        };
        /** @description The same as staff writes them. */
        PhotoAltDraft: {
            "zh-CN": components["schemas"]["PhotoWords"];
            en?: components["schemas"]["PhotoWords"];
        };
        /** @description What staff writes of a photo. */
        ServicePointPhotoDraft: {
            alt: components["schemas"]["PhotoAltDraft"];
            /** @description Where it stands among the others, from 1; the last place where there are fewer. */
            place: number;
        };
        /** @description The photos of a point, in the order in which they are shown. */
        ServicePointPhotos: {
            items: components["schemas"]["ServicePointPhoto"][];
        };
        /** @description A service point and how far it is as the crow flies; for a confidential place, to the middle of its area. */
        NearServicePoint: {
            point: components["schemas"]["ServicePoint"];
            /** @description Metres. */
            distance: number;
        };
        /** @description The nearest first. */
        NearServicePoints: {
            items: components["schemas"]["NearServicePoint"][];
        };
        /** @description How many of each category; what is absent is none. */
        CategoryCounts: {
            "nursing-room"?: number;
            "womens-home"?: number;
            mediation?: number;
            "legal-aid"?: number;
            counselling?: number;
            shelter?: number;
        };
        /** @description The points in one square of 64 CSS px at the tile's zoom. Its number is `floor(world · 2^z · 256 / 64)`, counted over the whole world (spherical Mercator), so that every server and client draws the same squares. */
        ServicePointCell: {
            x: number;
            y: number;
            count: number;
            counts: components["schemas"]["CategoryCounts"];
            /** @description The mean of its points. */
            lng: number;
            lat: number;
        };
        /** @description The squares of one tile that hold anything, ordered by y and x. Not merged yet. */
        ServicePointCells: {
            cells: components["schemas"]["ServicePointCell"][];
        };
        /** @description Names and ids of a run of the table's rows, as columns. */
        ServicePointNames: {
            /** @description Row of the first. */
            from: number;
            ids: components["schemas"]["ServicePointId"][];
            names: string[];
            /** @description The names in pinyin, syllables without tones and without spaces, for searching. */
            initials: string[];
        };
        /** @description What an import did; all of it or nothing. */
        ServicePointImport: {
            created: number;
            changed: number;
            unchanged: number;
        };
        /** @enum {string} */
        FeedbackState: "new" | "accepted" | "refused";
        /** @description What a visitor said, as staff sees it. */
        FeedbackItem: {
            id: components["schemas"]["ServicePointId"];
            pointId: components["schemas"]["ServicePointId"];
            kind: components["schemas"]["FeedbackKind"];
            stars?: number;
            note?: string;
            state: components["schemas"]["FeedbackState"];
            receivedOn: string;
        };
        /** @description A page of what visitors said, the oldest first. */
        FeedbackPage: {
            items: components["schemas"]["FeedbackItem"][];
            nextCursor?: string;
        };
        /** @description What staff makes of it. An accepted rating counts; a report is accepted where it was right. */
        FeedbackDecision: {
            /** @enum {string} */
            state: "accepted" | "refused";
        };
        StaffId: string;
        /** @description The federation that a case came to first, and a random UUID. Not the case number: that stands on receipts, and an address is logged by everything on its way (S3). */
        CaseId: string;
        /**
         * @description For whom a case waits - the requester's answer, the federation it was offered to, a supervisor's approval.
         * @enum {string}
         */
        CaseWaiting: "requester" | "receiver" | "approval";
        /**
         * @description How a case came.
         * @enum {string}
         */
        CaseChannel: "web" | "hotline-12338" | "hotline-12345" | "wechat" | "visit" | "letter" | "grid" | "police" | "court" | "federation";
        /** @description A federation by its name. */
        UnitName: {
            code: components["schemas"]["DivisionCode"];
            name: string;
        };
        /** @description Who works on a case. */
        StaffName: {
            id: components["schemas"]["StaffId"];
            name: string;
        };
        /** @enum {string} */
        LimitKind: "first-contact" | "acceptance" | "resolution" | "follow-up";
        /** @description 0 in time; 1 the worker is told, 2 the level above her, 3 the level above that. */
        OverdueLevel: number;
        /** @description A case as the queue shows it; holds nothing that the requester wrote. */
        CaseSummary: {
            id: components["schemas"]["CaseId"];
            number: components["schemas"]["CaseNumber"];
            revision: number;
            state: components["schemas"]["CaseState"];
            waiting?: components["schemas"]["CaseWaiting"];
            grade: components["schemas"]["Grade"];
            category: components["schemas"]["ChoiceCode"];
            channel: components["schemas"]["CaseChannel"];
            division?: components["schemas"]["DivisionCode"];
            owner: components["schemas"]["UnitName"];
            assignee?: components["schemas"]["StaffName"];
            /** Format: date-time */
            submittedAt: string;
            /** Format: date-time */
            changedAt: string;
            nextLimit?: components["schemas"]["LimitKind"];
            /**
             * Format: date-time
             * @description When the next open limit ends.
             */
            nextDue?: string;
            overdue: components["schemas"]["OverdueLevel"];
            /** @description The requester wrote something that nobody has answered or marked as read. */
            unread: boolean;
        };
        /** @description A page of the queue. */
        CasePage: {
            items: components["schemas"]["CaseSummary"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
            /** @description How many fit in all, counted up to a thousand. With a page that was asked for without a cursor. */
            total?: number;
            /** @description There are more than `total`; nobody counted how many. Absent otherwise. */
            totalIsLower?: boolean;
        };
        /** @description A request that staff takes down on the phone, at a visit, or from a letter or notice. */
        CaseRegistration: {
            channel: components["schemas"]["CaseChannel"];
            submission: components["schemas"]["HelpRequestSubmission"];
        };
        /** @description The receipt that is handed out, and where the case is. */
        CaseRegistered: {
            id: components["schemas"]["CaseId"];
            receipt: components["schemas"]["HelpRequestReceipt"];
        };
        /** @description How many open cases there are, for the desk's filters. */
        CaseCounts: {
            all: number;
            mine: number;
            unassigned: number;
            /** @description Offered to us and not yet accepted or returned. */
            incoming: number;
            overdue: number;
            unread: number;
            red: number;
            /** @description Those of the counts that may say less than there is; long queues are counted up to 20,000 and no further. Absent where all are exact. */
            lower?: ("all" | "mine" | "unassigned" | "incoming" | "overdue" | "unread" | "red")[];
        };
        /** @description A length of time - hours that run day and night, or Chinese working days. One of the two. */
        Span: {
            hours?: number;
            workingDays?: number;
        };
        /** @description The time limits of cases of a category and a grade; what is left out fits all. */
        LimitRule: {
            categories?: components["schemas"]["ChoiceCode"][];
            grades?: components["schemas"]["Grade"][];
            firstContact: components["schemas"]["Span"];
            acceptance: components["schemas"]["Span"];
            resolution: components["schemas"]["Span"];
            extension: components["schemas"]["Span"];
        };
        /** @description A partner agency (联动单位) that cases are transferred to. */
        PartnerAgency: {
            code: components["schemas"]["ChoiceCode"];
            /** @enum {string} */
            kind: "police" | "court" | "procuratorate" | "justice" | "civil-affairs" | "health" | "school" | "other";
            name: components["schemas"]["LocalizedText"];
            phone?: string;
        };
        /** @description How a federation handles cases, as data. What it does not set it takes from the federation above it. */
        CaseRules: {
            /** @description The first that fits counts (rule L1); the last one fits everything. */
            limits: components["schemas"]["LimitRule"][];
            /** @description After how long overdue work is told to the level above, and to the level above that (rule L5). */
            escalation: {
                workingDays: number[];
                redHours: number[];
            };
            /** @description Days after resolution until the first follow-up. */
            followUpDays: number;
            /** @description Months between follow-ups of a key family. */
            keyFamilyMonths: number;
            /** @description Days after resolution in which a dissatisfied requester reopens her case. */
            reopenDays: number;
            /** @description Days after closing or withdrawal from which she may have her case deleted. */
            eraseAfterDays: number;
            /** @description Minutes without a sign after which desk and tracker go blank. */
            idleMinutes: number;
            partners: components["schemas"]["PartnerAgency"][];
            /** @description What a grade is called here (红橙粉 differ by place; their order does not). */
            gradeNames: {
                [key: string]: components["schemas"]["LocalizedText"];
            };
        };
        AccountName: string;
        /**
         * @description `intake` takes requests down, accepts, grades and passes on; `worker` does casework; `supervisor` does all of that, assigns, and approves closing red cases; `administrator` looks after accounts, settings and hooks and sees no case; `auditor` reads the audit log and the statistics and sees no case.
         * @enum {string}
         */
        StaffRole: "intake" | "worker" | "supervisor" | "administrator" | "auditor";
        /** @description Somebody who works for a federation. */
        StaffMember: {
            id: components["schemas"]["StaffId"];
            account: components["schemas"]["AccountName"];
            name: string;
            role: components["schemas"]["StaffRole"];
            federation: components["schemas"]["UnitName"];
            /** @description Signs in with a one-time code, too. */
            secondFactor: boolean;
            disabled: boolean;
        };
        /** @description A page of accounts. */
        StaffPage: {
            items: components["schemas"]["StaffMember"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /** @description Until when something has to be done (rules L1 to L6). */
        CaseLimit: {
            kind: components["schemas"]["LimitKind"];
            /** Format: date-time */
            due: string;
            /**
             * Format: date-time
             * @description When it was done; absent while it is open.
             */
            metAt?: string;
            overdue: components["schemas"]["OverdueLevel"];
        };
        /** @description Somebody of the helper team (三大员 and others). */
        Helper: {
            /** @enum {string} */
            role: "counsellor" | "investigator" | "mediator" | "lawyer" | "social-worker" | "volunteer";
            name: string;
        };
        /** @description A day in China (UTC+8). */
        Day: string;
        /** @description One thing to do for a household. */
        PlanItem: {
            what: string;
            who: string;
            by?: components["schemas"]["Day"];
            done?: boolean;
        };
        /** @description One household, one plan (一户一策). */
        HouseholdPlan: {
            aim: string;
            items: components["schemas"]["PlanItem"][];
        };
        /** @enum {string} */
        TransferState: "offered" | "accepted" | "returned" | "cancelled";
        /** @description An offer of a case. Until it is accepted the case stays with who offered it. */
        CaseTransfer: {
            /** @description Sequence of the event that offered it. */
            id: number;
            state: components["schemas"]["TransferState"];
            from: components["schemas"]["UnitName"];
            to?: components["schemas"]["UnitName"];
            partner?: components["schemas"]["ChoiceCode"];
            reason: string;
            /** @description Whether the receiver learns who she is. */
            named: boolean;
            /** Format: date-time */
            offeredAt: string;
            /** Format: date-time */
            answeredAt?: string;
            /** @description Why it was returned. */
            answer?: string;
        };
        /** @enum {string} */
        FollowUpOutcome: "stable" | "needs-help" | "not-reached" | "not-wanted";
        /** @description A visit or call after the case was resolved (回访). */
        FollowUp: {
            due: components["schemas"]["Day"];
            /** Format: date-time */
            doneAt?: string;
            outcome?: components["schemas"]["FollowUpOutcome"];
        };
        /** @description Another case of the same phone, person or address. Shown, never merged by itself. */
        PossibleRepeat: {
            case: components["schemas"]["CaseSummary"];
            same: ("phone" | "person" | "address")[];
        };
        /**
         * @description What staff can do with a case. What each one needs and when it may be taken is said by the rules C1 to C9.
         * @enum {string}
         */
        CaseStepKind: "accept" | "decline" | "claim" | "release" | "assign" | "regrade" | "contact" | "ask" | "message" | "mark-read" | "note" | "measure" | "plan" | "extend" | "offer-transfer" | "cancel-transfer" | "accept-transfer" | "return-transfer" | "invite" | "leave" | "resolve" | "follow-up" | "request-closing" | "approve-closing" | "refuse-closing" | "close" | "dismiss-repeat" | "consent";
        /** @description A case with all that its worker needs. */
        Case: {
            summary: components["schemas"]["CaseSummary"];
            narrative?: string;
            asker: components["schemas"]["Asker"];
            identity: components["schemas"]["Identity"];
            safeContact: components["schemas"]["SafeContactPlan"];
            risk: components["schemas"]["RiskAnswer"][];
            concernedPerson: components["schemas"]["ConcernedPerson"];
            childrenPresent: components["schemas"]["Answer"];
            needs?: components["schemas"]["Needs"];
            consents: components["schemas"]["Consent"][];
            exclusion?: components["schemas"]["Exclusion"];
            attachments: components["schemas"]["Attachment"][];
            limits: components["schemas"]["CaseLimit"][];
            /** @description The time to resolve it was extended; it can be only once. */
            extended: boolean;
            helpers: components["schemas"]["Helper"][];
            plan?: components["schemas"]["HouseholdPlan"];
            transfers: components["schemas"]["CaseTransfer"][];
            /** @description Federations that work on it together with its owner. */
            joint: components["schemas"]["UnitName"][];
            followUps: components["schemas"]["FollowUp"][];
            keyFamily: boolean;
            /** @description She agreed that named data leaves the federations; absent where she was not asked. */
            transferConsent?: boolean;
            /** @description What she said last; absent where she said nothing. */
            satisfied?: boolean;
            repeats: components["schemas"]["PossibleRepeat"][];
            /** @description What the caller can do with it now. */
            may: components["schemas"]["CaseStepKind"][];
            /** @description By her safe-contact plan, at the time of the answer. */
            callAllowed: boolean;
            /**
             * Format: date-time
             * @description When `callAllowed` changes; absent where it never does.
             */
            callAllowedUntil?: string;
        };
        /** @enum {string} */
        MeasureKind: "mediation" | "counselling" | "legal-aid" | "court-mediation" | "admonition-letter" | "protection-order" | "shelter" | "medical-evidence" | "hardship-aid" | "judicial-aid" | "family-education" | "visit" | "other";
        /** @description Where a case is offered to - another federation, or a partner agency of ours. */
        TransferTarget: {
            federation?: components["schemas"]["DivisionCode"];
            partner?: components["schemas"]["ChoiceCode"];
        };
        /** @description One step of staff. Which fields belong to which kind is told by rule C2; others are refused. */
        CaseStep: {
            kind: components["schemas"]["CaseStepKind"];
            /** @description The reason, message, note or outcome; sealed under the case's key. */
            words?: string;
            grade?: components["schemas"]["Grade"];
            worker?: components["schemas"]["StaffId"];
            helpers?: components["schemas"]["Helper"][];
            measure?: components["schemas"]["MeasureKind"];
            on?: components["schemas"]["Day"];
            /** @description Whether she was reached. */
            reached?: boolean;
            plan?: components["schemas"]["HouseholdPlan"];
            to?: components["schemas"]["TransferTarget"];
            /** @description Whether the receiver of a transfer learns who she is. Outside the federations that takes her consent. */
            named?: boolean;
            transfer?: number;
            unit?: components["schemas"]["DivisionCode"];
            outcome?: components["schemas"]["FollowUpOutcome"];
            next?: components["schemas"]["Day"];
            /** @description Followed up every quarter from now on. */
            keyFamily?: boolean;
            repeat?: components["schemas"]["CaseId"];
            /** @description Whether she agrees. */
            given?: boolean;
            /** @description Ids of stored attachments of the draft whose key stands in Fulian-Draft. */
            attachments?: components["schemas"]["AttachmentId"][];
        };
        /** @enum {string} */
        CaseEventKind: "submitted" | "registered" | "accept" | "decline" | "claim" | "release" | "assign" | "regrade" | "contact" | "ask" | "message" | "mark-read" | "note" | "measure" | "plan" | "extend" | "offer-transfer" | "cancel-transfer" | "accept-transfer" | "return-transfer" | "invite" | "leave" | "resolve" | "follow-up" | "request-closing" | "approve-closing" | "refuse-closing" | "close" | "dismiss-repeat" | "consent" | "own-message" | "own-satisfied" | "own-dissatisfied" | "own-withdraw" | "overdue";
        /** @description Who did something. */
        CaseActor: {
            /** @enum {string} */
            kind: "staff" | "requester" | "service";
            name?: string;
            unit?: components["schemas"]["UnitName"];
        };
        /** @description Something that happened to a case, as staff sees it. */
        CaseEvent: {
            seq: number;
            /** Format: date-time */
            at: string;
            kind: components["schemas"]["CaseEventKind"];
            by: components["schemas"]["CaseActor"];
            /** @description Never shown to the requester. */
            internal: boolean;
            words?: string;
            /** @description What it was before: a grade. */
            from?: string;
            /** @description What it is now: a grade, the name of a federation, worker or partner. */
            to?: string;
            measure?: components["schemas"]["MeasureKind"];
            on?: components["schemas"]["Day"];
            reached?: boolean;
            outcome?: components["schemas"]["FollowUpOutcome"];
            limit?: components["schemas"]["LimitKind"];
            level?: components["schemas"]["OverdueLevel"];
            attachments?: components["schemas"]["Attachment"][];
        };
        /** @description A page of events, the newest first. */
        CaseEventPage: {
            items: components["schemas"]["CaseEvent"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /** @description What opens one case for a while. */
        OwnCaseSession: {
            /** @description For the header Fulian-Case. Kept in memory only. */
            token: string;
            /**
             * Format: date-time
             * @description Half an hour from now; every use gives no more time.
             */
            expiresAt: string;
        };
        /** @description What happens next, and by when. */
        OwnNext: {
            /** @enum {string} */
            kind: "contact" | "acceptance" | "work" | "your-answer" | "transfer" | "follow-up" | "your-rating" | "nothing";
            /** Format: date-time */
            due?: string;
            /** @description It should have happened by now. */
            late?: boolean;
        };
        /** @description Something that happened, as she may know it. */
        OwnCaseEvent: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "submitted" | "accepted" | "declined" | "working" | "contacted" | "not-reached" | "asked" | "message" | "measure" | "extended" | "offered" | "handed-over" | "resolved" | "followed-up" | "closed" | "reopened" | "satisfied" | "dissatisfied" | "withdrawn" | "late" | "consent-asked" | "consent";
            byYou: boolean;
            words?: string;
            /** @description Name of the federation or partner agency that this is about. */
            unit?: string;
            measure?: components["schemas"]["MeasureKind"];
            /** Format: date-time */
            due?: string;
            /** @description With `consent`. Whether she agreed. */
            given?: boolean;
            attachments?: components["schemas"]["Attachment"][];
        };
        /** @description A case as its requester sees it. Never internal notes, never the name of another party. Files for a message are uploaded to `home`, the federation that it came to first. */
        OwnCase: {
            number: components["schemas"]["CaseNumber"];
            state: components["schemas"]["CaseState"];
            category: components["schemas"]["ChoiceCode"];
            categoryName?: components["schemas"]["LocalizedText"];
            grade: components["schemas"]["Grade"];
            /** Format: date-time */
            submittedAt: string;
            home: components["schemas"]["DivisionCode"];
            handledBy: components["schemas"]["Federation"];
            /** @description Minutes without a sign after which the tracker goes blank. */
            idleMinutes: number;
            next: components["schemas"]["OwnNext"];
            /** @description The oldest first. */
            timeline: components["schemas"]["OwnCaseEvent"][];
            attachments: components["schemas"]["Attachment"][];
            /** @description What she said last; absent where she said nothing. */
            satisfied?: boolean;
            /**
             * Format: date-time
             * @description Until when being dissatisfied reopens the case.
             */
            reopenUntil?: string;
            /**
             * Format: date-time
             * @description From when she may have it deleted.
             */
            erasableFrom?: string;
            /** @description What she can do now. */
            may: ("message" | "rate" | "withdraw" | "consent" | "erase")[];
        };
        /** @description What she writes to the federation. */
        OwnMessage: {
            words: string;
            /** @description Ids of stored attachments of the draft whose key stands in Fulian-Draft. */
            attachments?: components["schemas"]["AttachmentId"][];
        };
        /** @description Whether she is satisfied. Dissatisfied within the limit reopens the case. */
        OwnRating: {
            satisfied: boolean;
            words?: string;
        };
        /** @description She does not want the case to go on. */
        OwnWithdrawal: {
            words?: string;
        };
        /** @description Whether what says who she is may go to the partner agency that she was asked about. */
        OwnConsent: {
            given: boolean;
        };
        /** @description Everything that is stored about her, for her (PIPL article 45). */
        OwnCaseExport: {
            /** Format: date-time */
            exportedAt: string;
            case: components["schemas"]["OwnCase"];
            /** @description What she wrote. */
            request: {
                narrative?: string;
                asker: components["schemas"]["Asker"];
                identity: components["schemas"]["Identity"];
                safeContact: components["schemas"]["SafeContactPlan"];
                risk: components["schemas"]["RiskAnswer"][];
                concernedPerson: components["schemas"]["ConcernedPerson"];
                childrenPresent: components["schemas"]["Answer"];
                needs?: components["schemas"]["Needs"];
                exclusion?: components["schemas"]["Exclusion"];
                consents: components["schemas"]["Consent"][];
            };
        };
        /** @description RFC 6238, six digits, 30 s. */
        OneTimeCode: string;
        /** @description A local account's sign-in. */
        SignIn: {
            account: components["schemas"]["AccountName"];
            password: string;
            code?: components["schemas"]["OneTimeCode"];
        };
        /** @description What opens the desk for a working day. */
        StaffSession: {
            /** @description Bearer token. Kept in memory only. */
            token: string;
            /**
             * Format: date-time
             * @description Twelve hours from now; half an hour without use ends it sooner.
             */
            expiresAt: string;
            member: components["schemas"]["StaffMember"];
            /** @description The account has no one-time code yet: only setting one up is possible. */
            secondFactorMissing: boolean;
        };
        Password: string;
        /** @description A new password for one's own account. Ends all other sessions. */
        PasswordChange: {
            current: string;
            next: components["schemas"]["Password"];
        };
        /** @description A first code, which proves that the secret arrived. */
        SecondFactorProof: {
            code: components["schemas"]["OneTimeCode"];
        };
        /** @description The secret of one-time codes, shown once. */
        SecondFactorStart: {
            /** @description Base32, to be typed. */
            secret: string;
            /** @description `otpauth:` address, to be scanned. */
            uri: string;
        };
        /** @description Where the browser goes to sign in elsewhere. */
        OidcStart: {
            /** @description Address of the page that gets code and state; one of those that the operator allows. */
            returnTo: string;
        };
        /** @description Follow `authorizationUrl`; send `flow` with what comes back. */
        OidcStarted: {
            authorizationUrl: string;
            flow: string;
        };
        /** @description What came back from the provider. */
        OidcFinish: {
            flow: string;
            /** @description The whole address that the provider sent the browser back to. */
            returned: string;
        };
        /** @description Who she is where the county signs in, its `sub`. Opens this account by `startOidcSignIn`. Never answered. */
        OidcSubject: string;
        /** @description A new account. */
        StaffDraft: {
            account: components["schemas"]["AccountName"];
            name: string;
            role: components["schemas"]["StaffRole"];
            federation: components["schemas"]["DivisionCode"];
            password: components["schemas"]["Password"];
            subject?: components["schemas"]["OidcSubject"];
        };
        /** @description What an administrator changes. A new password ends all sessions and asks for a new second factor. */
        StaffChange: {
            name?: string;
            role?: components["schemas"]["StaffRole"];
            disabled?: boolean;
            password?: components["schemas"]["Password"];
            dropSecondFactor?: boolean;
            subject?: components["schemas"]["OidcSubject"];
        };
        /** @description The federation's code and an id within it. */
        CouncilId: string;
        /** @description One line of the audit log (S7). */
        AuditEntry: {
            seq: number;
            /** Format: date-time */
            at: string;
            actor: components["schemas"]["CaseActor"];
            operation: string;
            step?: components["schemas"]["CaseEventKind"];
            case?: components["schemas"]["CaseId"];
            council?: components["schemas"]["CouncilId"];
            account?: components["schemas"]["StaffId"];
            /** @description How many rows of a list were shown. */
            rows?: number;
            /** @description HMAC-SHA-256 over this entry and the hash before it. */
            hash: string;
        };
        /** @description A page of the audit log, the newest first. */
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /** @description A month (`2026-10`), a quarter (`2026-Q3`) or half a year (`2026-H1`), by the calendar of China. */
        ReportPeriod: string;
        /** @description One cell. In a public report a count from 1 to 4 is left out, and a second one where the sum would tell it. */
        ReportCount: {
            code: string;
            name?: string;
            count?: number;
        };
        /** @description How many of how many. Both are left out where one of them is suppressed. */
        ReportRate: {
            count?: number;
            of?: number;
        };
        /** @description Statistics over the cases that came within a period. */
        CaseReport: {
            federation: components["schemas"]["UnitName"];
            period: components["schemas"]["ReportPeriod"];
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            total?: number;
            byCategory: components["schemas"]["ReportCount"][];
            byChannel: components["schemas"]["ReportCount"][];
            byGrade: components["schemas"]["ReportCount"][];
            /** @description By who handles them: the federation itself, and those directly below it with all that is below them. */
            byTownship: components["schemas"]["ReportCount"][];
            byMonth: components["schemas"]["ReportCount"][];
            byMeasure: components["schemas"]["ReportCount"][];
            closing: components["schemas"]["ReportRate"];
            onTime: components["schemas"]["ReportRate"];
            followUp: components["schemas"]["ReportRate"];
            repeats: components["schemas"]["ReportRate"];
            /** @description Whether anything was left out. */
            suppressed: boolean;
        };
        /** @description The execution rate is `accepted` of `due` (X1 in openapi/rules/council): due are resolutions whose last day is over or that were accepted before it; dropped ones count as due and not as accepted, since a promise that is dropped was not kept. */
        ExecutionCounts: {
            resolutions: number;
            /** @description The denominator. */
            due: number;
            /** @description The numerator. */
            accepted: number;
            /** @description Neither accepted nor dropped although the last day is over. */
            late: number;
        };
        /** @description A women's council (妇女议事会) of a village, community or township. */
        Council: {
            id: components["schemas"]["CouncilId"];
            federation: components["schemas"]["FederationSummary"];
            name: string;
            /** @description What it is for, and when it meets. */
            words?: string;
            /** @enum {string} */
            state: "active" | "ended";
            /** @description How many are on the roll now. */
            members: number;
            counts: components["schemas"]["ExecutionCounts"];
        };
        /** @description Councils, ordered by federation and name. */
        CouncilPage: {
            items: components["schemas"]["Council"][];
            nextCursor?: string;
        };
        /** @description The rate of a federation and of those directly below it, each with everything below it. */
        ExecutionReport: {
            federation: components["schemas"]["FederationSummary"];
            councils: number;
            counts: components["schemas"]["ExecutionCounts"];
            children: {
                federation: components["schemas"]["FederationSummary"];
                councils: number;
                counts: components["schemas"]["ExecutionCounts"];
            }[];
        };
        /** @description Printed in four groups. It works for 12 hours from its first use, so that a page that was closed can be opened again, and then never more. */
        InvitationCode: string;
        /** @description Exactly one of the two: the code of a printed card, or the host portal's word for its signed-in member. */
        MemberSignIn: {
            code?: components["schemas"]["InvitationCode"];
            /** @description A signed JWT (EdDSA or ES256) of a portal that the operator knows, with iss, aud, sub, jti and exp at most five minutes ahead; it counts once. */
            voucher?: string;
            council?: components["schemas"]["CouncilId"];
        };
        /** @description Somebody on the roll of a council; random, the same as long as she is on it. */
        MemberId: string;
        /**
         * @description The chair decides ties where the rules say so. Everyone on the roll has one vote.
         * @enum {string}
         */
        CouncilRole: "chair" | "secretary" | "member";
        /** @description Somebody on the roll (名册), as members see each other. */
        CouncilMember: {
            id: components["schemas"]["MemberId"];
            name: string;
            role: components["schemas"]["CouncilRole"];
        };
        /** @description What lets a member take part. */
        MemberSession: {
            /** @description For the header Fulian-Member. Kept in memory unless she asks. */
            token: string;
            /**
             * Format: date-time
             * @description 30 days from now.
             */
            expiresAt: string;
            council: components["schemas"]["CouncilId"];
            member: components["schemas"]["CouncilMember"];
        };
        /** @description Who I am in this council. */
        OwnMembership: {
            council: components["schemas"]["CouncilId"];
            member: components["schemas"]["CouncilMember"];
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description Who is on the roll now, by name. */
        CouncilRoll: {
            items: components["schemas"]["CouncilMember"][];
        };
        /**
         * @description `suggested` from the public, not shown until the organiser let it in; `collected` shown, may be seconded; `admitted` will be talked about; `merged` goes on in another topic; `declined` with the reason.
         * @enum {string}
         */
        TopicState: "suggested" | "collected" | "admitted" | "merged" | "declined";
        /** @description Of something that belongs to a council; random, unique within it. */
        ItemId: string;
        /** @description Something that somebody wants the council to talk about (议题). */
        Topic: {
            id: components["schemas"]["ItemId"];
            title: string;
            words: string;
            state: components["schemas"]["TopicState"];
            /** Format: date-time */
            at: string;
            /** @description The name of the member who proposed it, or the one that a visitor gave. */
            by?: string;
            /** @description Whether a member proposed it. */
            fromMember?: boolean;
            byYou?: boolean;
            /** @description How many members second it. */
            seconds: number;
            secondedByYou?: boolean;
            /** @description Why it was declined, or what the organiser said. */
            answer?: string;
            into?: components["schemas"]["ItemId"];
            /** @description How many contributions its discussion has. */
            comments?: number;
        };
        /** @description Topics, the latest first. */
        TopicPage: {
            items: components["schemas"]["Topic"][];
            nextCursor?: string;
        };
        /** @description A topic from anyone; no contact is asked for. */
        TopicSuggestion: {
            title: string;
            words: string;
            /** @description Shown with the topic; may be left out. */
            name?: string;
        };
        /** @description It is stored and waits for the organiser. */
        TopicReceived: {
            id: components["schemas"]["ItemId"];
            state: components["schemas"]["TopicState"];
        };
        /** @description A topic from a member; it stands under her name. */
        TopicProposal: {
            title: string;
            words: string;
        };
        /** @description A contribution to the discussion of a topic. */
        Comment: {
            id: components["schemas"]["ItemId"];
            /** Format: date-time */
            at: string;
            by: string;
            byYou: boolean;
            /** @description Absent where it is hidden or taken back. */
            words?: string;
            /** @enum {string} */
            state: "shown" | "hidden" | "taken-back";
            /** @description Why the organiser hid it. */
            reason?: string;
            /** @description A member asked the organiser to look at it; said to the organiser only. */
            reported?: boolean;
        };
        /** @description The discussion, the oldest first. */
        CommentPage: {
            items: components["schemas"]["Comment"][];
            nextCursor?: string;
        };
        /** @description What a member says. */
        CommentDraft: {
            words: string;
        };
        BallotId: string;
        AgendaItem: {
            title: string;
            topic?: components["schemas"]["ItemId"];
            ballot?: components["schemas"]["BallotId"];
        };
        /** @description A meeting (会议) of the council. */
        Meeting: {
            id: components["schemas"]["ItemId"];
            /** Format: date-time */
            at: string;
            place: string;
            /**
             * @description Where and how it meets; regular where absent.
             * @enum {string}
             */
            form?: "on-the-spot" | "at-home" | "special" | "regular";
            /** @enum {string} */
            state: "planned" | "held" | "cancelled";
            agenda: components["schemas"]["AgendaItem"][];
            /** @description How many members attended; absent before it was taken. */
            attendance?: number;
            /** @description Once they are published. */
            minutes?: string;
        };
        /** @description Meetings, the latest first. */
        MeetingPage: {
            items: components["schemas"]["Meeting"][];
            nextCursor?: string;
        };
        /**
         * @description `reported`: said to be done, waits for the proposer; she accepts it or sends it back to `working`; `dropped` with the reason.
         * @enum {string}
         */
        ResolutionState: "assigned" | "working" | "reported" | "accepted" | "dropped";
        Evidence: {
            /** Format: date-time */
            at: string;
            words: string;
        };
        /** @description Satisfaction (满意度). The mean is said from five ratings on, so that nobody's own can be read from it. */
        Ratings: {
            count: number;
            /** @description One decimal. */
            mean?: number;
        };
        /** @description The public notice (公示). */
        Notice: {
            from: string;
            until: string;
        };
        /** @description What was decided (决议) and whether it was done. */
        Resolution: {
            id: components["schemas"]["ItemId"];
            title: string;
            words: string;
            ballot?: components["schemas"]["BallotId"];
            topic?: components["schemas"]["ItemId"];
            /** Format: date-time */
            decidedAt: string;
            state: components["schemas"]["ResolutionState"];
            /** @description Who carries it out - a person's name or an office. */
            responsible: string;
            /** @description The last day, Chinese time. */
            due: string;
            /** @description The day is over and it is not done. */
            isLate: boolean;
            /** @description What was done, the oldest first. */
            evidence: components["schemas"]["Evidence"][];
            /** Format: date-time */
            acceptedAt?: string;
            /** @description What the proposer said when she accepted it or sent it back. */
            acceptance?: string;
            /** @description Whether you are who accepts it. */
            mayAccept?: boolean;
            yourRating?: number;
            ratings: components["schemas"]["Ratings"];
            notice?: components["schemas"]["Notice"];
        };
        /** @description Resolutions, the latest first. */
        ResolutionPage: {
            items: components["schemas"]["Resolution"][];
            nextCursor?: string;
        };
        /** @description What the proposer says of what was done. To send it back needs words. */
        Acceptance: {
            accepted: boolean;
            words?: string;
        };
        resolution_Rating: {
            points: number;
        };
        LogHash: string;
        /** @description One entry. `hash` is SHA-256 over the hash before it (64 zeros before the first), a line feed, and the canonical JSON (RFC 8785) of the entry without its hash; G1 in openapi/rules/council. */
        LogEntry: {
            council: components["schemas"]["CouncilId"];
            seq: number;
            /**
             * Format: date-time
             * @description With milliseconds, in UTC.
             */
            at: string;
            /** @enum {string} */
            kind: "council-created" | "member-joined" | "member-changed" | "member-left" | "ballot-opened" | "vote-stored" | "ballot-closed" | "casting-vote" | "ballot-cancelled" | "resolution-made" | "resolution-changed";
            /** @description By kind; no name of anybody, only ids. See G2. */
            body: {
                [key: string]: unknown;
            };
            hash: components["schemas"]["LogHash"];
        };
        /** @description The latest entry, signed. To be printed and posted: whoever holds an old one can show that nothing before it was changed. */
        LogHead: {
            council: components["schemas"]["CouncilId"];
            seq: number;
            hash: components["schemas"]["LogHash"];
            /** Format: date-time */
            at: string;
            /** @description The service's public key, Ed25519 (RFC 8032). */
            key: string;
            /** @description Over the UTF-8 text `fulian-log-head`, council, seq, hash and at, with a line feed between them. */
            signature: string;
        };
        /** @description The whole log of a council, or what comes after `after`. */
        CouncilLog: {
            council: components["schemas"]["CouncilId"];
            entries: components["schemas"]["LogEntry"][];
            head: components["schemas"]["LogHead"];
        };
        /**
         * @description `awaiting-chair`: closed with a tie that the chair decides.
         * @enum {string}
         */
        BallotState: "draft" | "open" | "awaiting-chair" | "closed" | "cancelled";
        /** @description What is put to the vote (表决事项). */
        Motion: {
            title: string;
            /** @description What exactly is decided. */
            words: string;
            topic?: components["schemas"]["ItemId"];
            meeting?: components["schemas"]["ItemId"];
        };
        /** @description What a ballot calls one of its options; `yes` and `no` where the method is `yes-no`. */
        OptionId: string;
        /** @description What can be chosen. */
        BallotOption: {
            id: components["schemas"]["OptionId"];
            title: string;
            /** @description More about it. */
            words?: string;
        };
        /**
         * @description `yes-no` one motion; `single` one of several; `approval` as many as `picks` allows; `score` points for each; `instant-runoff`, `schulze` and `stv` an order of preference, the last for several seats.
         * @enum {string}
         */
        BallotMethod: "yes-no" | "single" | "approval" | "score" | "instant-runoff" | "schulze" | "stv";
        /**
         * @description Of what the threshold is a share: `eligible` all on the roll when it opened; `present` who attended the meeting; `cast` all ballots; `decided` ballots cast minus abstentions.
         * @enum {string}
         */
        BallotBase: "eligible" | "present" | "cast" | "decided";
        /** @description An exact fraction; never a decimal number, so that two thirds are two thirds. */
        Fraction: {
            numerator: number;
            denominator: number;
        };
        /** @description The rules of one ballot, fixed when it opens. `openapi/rules/council` says which of them belong to which method (V1) and what they mean (V2 to V6). */
        BallotRules: {
            /** @description Of these rules' meaning; another meaning is another version. */
            version: number;
            method: components["schemas"]["BallotMethod"];
            /**
             * @description `open`: names and votes are published at the closing. `secret`: kept secret by the platform (level 1).
             * @enum {string}
             */
            secrecy: "open" | "secret";
            /** @description How many options are elected; 1 where absent. More than 1 with approval, score and stv only. */
            seats?: number;
            /** @description With `approval` only; 1 to all where absent. */
            picks?: {
                min: number;
                max: number;
            };
            /** @description With `score` only; points from min to max. */
            scale?: {
                min: number;
                max: number;
            };
            /** @description Whether 'I abstain' is an answer. */
            abstain: boolean;
            /** @description Whether a vote may be changed until the closing. */
            revote: boolean;
            base: components["schemas"]["BallotBase"];
            /** @description How many must take part, as a share of the roll; 0/1 for none. */
            quorum: {
                share: components["schemas"]["Fraction"];
                /**
                 * @description Whether those who cast a ballot count, abstentions included, or those who attended the meeting.
                 * @enum {string}
                 */
                counts: "cast" | "present";
            };
            /** @description What a winner must reach, as a share of the base. With yes-no, single, approval and instant-runoff (there in the last round); not with the others. */
            threshold?: {
                share: components["schemas"]["Fraction"];
                /** @enum {string} */
                relation: "more-than" | "at-least";
            };
            /**
             * @description What happens where the count alone does not decide: nobody wins; the chair's casting vote (open ballots only); the order published as `lot`; the ballot is run again.
             * @enum {string}
             */
            tie: "fails" | "chair" | "lot" | "again";
            /** @description With tie `lot` only; all options, the one that wins a tie first. Drawn and published before the ballot opens. */
            lot?: components["schemas"]["OptionId"][];
        };
        /** @description What one option got. */
        OptionCount: {
            option: components["schemas"]["OptionId"];
            /** @description Votes, points with score; a decimal number as text, since shares of a vote move on with stv. */
            votes: string;
        };
        /** @description One round of instant-runoff or stv. */
        CountRound: {
            counts: components["schemas"]["OptionCount"][];
            elected: components["schemas"]["OptionId"][];
            eliminated: components["schemas"]["OptionId"][];
            /** @description Where several had the fewest votes: between whom the lot said who is eliminated. Where nobody is eliminated, who is elected here wins in whatever order these go out. */
            tied?: components["schemas"]["OptionId"][];
            /** @description Votes that name no option that is left. */
            exhausted: string;
        };
        /** @description How many prefer one option to another. */
        PairCount: {
            option: components["schemas"]["OptionId"];
            over: components["schemas"]["OptionId"];
            votes: number;
        };
        /** @description What came out and how, so that anyone can recompute it from the published votes ('7 of 10, 7 needed'). */
        BallotResult: {
            /**
             * @description `passed` or `failed` for yes-no; `elected` for the others, or `failed` where the threshold was missed; `tied` where the count does not decide; `no-quorum`; `too-few`: fewer than five secret ballots, which are destroyed uncounted because a count would tell who voted what.
             * @enum {string}
             */
            outcome: "passed" | "failed" | "elected" | "tied" | "no-quorum" | "too-few";
            /** @description Options, in the order in which they won; `yes` where a motion passed. */
            winners: components["schemas"]["OptionId"][];
            turnout: {
                eligible: number;
                /** @description Where the rules ask for it. */
                present?: number;
                /** @description Abstentions included. */
                cast: number;
                abstained: number;
                /** @description Of a secret ballot: how many papers the roll handed out. */
                papers?: number;
            };
            quorum: {
                counted: number;
                /** @description The smallest number that meets it. */
                needed: number;
                met: boolean;
            };
            threshold?: {
                /** @description How many the share is taken of. */
                base: number;
                /** @description What the first winner, or the first of those who missed it, got. */
                reached: number;
                /** @description The smallest number that meets it. */
                needed: number;
                met: boolean;
            };
            /** @description In the order of the options; first preferences where they are ordered. */
            counts: components["schemas"]["OptionCount"][];
            /** @description With stv, what a seat needs: ballots that are no abstentions, divided by one more than the seats, rounded down, plus one. */
            droopQuota?: number;
            rounds?: components["schemas"]["CountRound"][];
            /** @description With schulze, every pair both ways. */
            pairs?: components["schemas"]["PairCount"][];
            /** @description With schulze, all options from the best down; those in one place are tied. */
            order?: components["schemas"]["OptionId"][][];
            /** @description Where the count alone does not decide. */
            tie?: {
                between: components["schemas"]["OptionId"][];
                /** @enum {string} */
                rule: "fails" | "chair" | "lot" | "again";
                /** @description Who won by it, the first of several; absent where nobody decided, and where the lot said who goes out in a round. */
                chosen?: components["schemas"]["OptionId"];
                /**
                 * @description With instant-runoff and stv. They could go out in so many orders that not all were followed: whether it matters who goes out first nobody has found out.
                 * @constant
                 */
                unfollowed?: true;
            };
        };
        /** @description What one ballot says: exactly one of the properties. `picks` with yes-no, single and approval; `scores` with score; `ranking`, the best first, with the methods of preference - options that are left out come last, all alike. */
        ballot_Choice: {
            /** @constant */
            abstain?: true;
            picks?: components["schemas"]["OptionId"][];
            scores?: {
                option: components["schemas"]["OptionId"];
                points: number;
            }[];
            ranking?: components["schemas"]["OptionId"][];
        };
        /** @description One vote of an open ballot. */
        PublishedVote: {
            member: components["schemas"]["MemberId"];
            name: string;
            choice: components["schemas"]["ballot_Choice"];
        };
        /** @description One vote on one motion (表决). Until it is closed nothing of what was voted is answered to anybody. */
        Ballot: {
            id: components["schemas"]["BallotId"];
            council: components["schemas"]["CouncilId"];
            state: components["schemas"]["BallotState"];
            motion: components["schemas"]["Motion"];
            /** @description Two or more; `yes` and `no` with the method yes-no. */
            options: components["schemas"]["BallotOption"][];
            rules: components["schemas"]["BallotRules"];
            /** @description How many are on the roll that may vote: as it opened, before that as it is now. */
            eligible: number;
            /** Format: date-time */
            openedAt?: string;
            /**
             * Format: date-time
             * @description The database's clock decides.
             */
            closesAt?: string;
            /** Format: date-time */
            closedAt?: string;
            again?: components["schemas"]["BallotId"];
            rerun?: components["schemas"]["BallotId"];
            /** @description With secret ballots, once open: the public key that papers are proven against (RFC 9497, ristretto255-SHA512). */
            paperKey?: string;
            /**
             * Format: date-time
             * @description The database's time of this answer, for a clock that counts down.
             */
            serverTime?: string;
            result?: components["schemas"]["BallotResult"];
            /** @description Of an open ballot, once closed: who voted what, by name. */
            votes?: components["schemas"]["PublishedVote"][];
        };
        /** @description Ballots, the latest first. */
        BallotPage: {
            items: components["schemas"]["Ballot"][];
            nextCursor?: string;
        };
        /** @description Proves that a ballot is in, never what it says. Open: the commitment that stands in the log. Secret: SHA-256 of the paper, which is among the published papers after the closing. */
        BallotReceipt: string;
        /** @description Where a member stands with a ballot. */
        OwnBallot: {
            /** @description Was on the roll when it opened. */
            eligible: boolean;
            /** @description Secret: her paper was handed out; whether it was used the service does not know. */
            hasPaper: boolean;
            /** @description Open: her vote is stored. */
            hasVoted: boolean;
            mayVote: boolean;
            choice?: components["schemas"]["ballot_Choice"];
            receipt?: components["schemas"]["BallotReceipt"];
        };
        /** @description A member's vote in an open ballot. */
        OpenVote: {
            choice: components["schemas"]["ballot_Choice"];
        };
        /** @description The vote is stored; it survives a crash from here on. */
        BallotStored: {
            receipt: components["schemas"]["BallotReceipt"];
        };
        /** @description A blinded element of ristretto255 (RFC 9497); it tells nothing of the paper. */
        PaperRequest: {
            blinded: string;
        };
        /** @description The evaluated element and the proof that the ballot's published key was used. */
        PaperAnswer: {
            evaluated: string;
            proof: string;
        };
        /** @description A vote that carries no identity. `paper` is the random 32 bytes that only the voter knew, `seal` what the blinded evaluation made of it; both are checked, and a paper counts once. */
        SecretVote: {
            paper: string;
            seal: string;
            choice: components["schemas"]["ballot_Choice"];
        };
        /** @description The receipts of all ballots that were counted, sorted; the order tells nothing. */
        ReceiptList: {
            receipts: components["schemas"]["BallotReceipt"][];
        };
        /** @description What the organiser writes about a council. */
        CouncilDraft: {
            name: string;
            words?: string;
            /** @description Closes the council; everything stays readable. False where absent. */
            ended?: boolean;
        };
        /** @description Somebody who is or was on the roll, as the organiser sees her. */
        RollEntry: {
            member: components["schemas"]["CouncilMember"];
            /** Format: date-time */
            joinedAt: string;
            /** Format: date-time */
            leftAt?: string;
            /** @description Why she left, or what was changed last. */
            reason?: string;
            /** @description Who she is where the host portal signs her in, the `sub` of its word for her. */
            subject?: string;
            /**
             * @description Whether a card was printed for her, and whether it opened a session.
             * @enum {string}
             */
            invitation: "none" | "printed" | "used";
            /** @description The history of this entry, the oldest first. */
            changes?: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "joined" | "changed" | "left" | "invited";
                by?: string;
                reason?: string;
            }[];
        };
        /** @description The whole roll with those who left. */
        RollPage: {
            items: components["schemas"]["RollEntry"][];
        };
        /** @description What the organiser writes on the roll. */
        MemberDraft: {
            name: string;
            role: components["schemas"]["CouncilRole"];
            subject?: string;
            /** @description Takes her off the roll; a ballot that is open already still counts her. */
            left?: boolean;
            reason?: string;
        };
        /** @description For whom cards are printed. An earlier card that was not used opens nothing any more. */
        InvitationRequest: {
            members: components["schemas"]["MemberId"][];
        };
        /** @description Answered once; the service keeps no code that could be read. */
        InvitationCards: {
            items: {
                member: components["schemas"]["MemberId"];
                name: string;
                code: components["schemas"]["InvitationCode"];
                /** Format: date-time */
                expiresAt: string;
            }[];
        };
        /** @description What the organiser decides about a topic. `words` are needed to decline, `into` to merge. */
        TopicScreening: {
            /** @enum {string} */
            decision: "collect" | "admit" | "merge" | "decline";
            words?: string;
            into?: components["schemas"]["ItemId"];
        };
        /** @description Hides a contribution with a reason, or shows it again. */
        CommentModeration: {
            hidden: boolean;
            reason?: string;
        };
        /** @description What the organiser writes about a meeting; replaces everything. */
        MeetingDraft: {
            /** Format: date-time */
            at: string;
            place: string;
            /** @enum {string} */
            form?: "on-the-spot" | "at-home" | "special" | "regular";
            /**
             * @description Planned where absent.
             * @enum {string}
             */
            state?: "planned" | "held" | "cancelled";
            agenda: components["schemas"]["AgendaItem"][];
            /** @description Who attended; absent where attendance was not taken. */
            present?: components["schemas"]["MemberId"][];
            minutes?: string;
            publishMinutes?: boolean;
        };
        /** @description A meeting as the organiser sees it. Its ETag is what `changeMeeting` asks for. */
        MeetingFile: {
            meeting: components["schemas"]["Meeting"];
            present: components["schemas"]["MemberId"][];
            minutes?: string;
            publishMinutes: boolean;
        };
        /** @description A ballot as the organiser prepares it; can be changed until it opens. */
        BallotDraft: {
            motion: components["schemas"]["Motion"];
            /** @description Left empty with yes-no. */
            options: components["schemas"]["BallotOption"][];
            rules: components["schemas"]["BallotRules"];
            /** Format: date-time */
            closesAt: string;
            again?: components["schemas"]["BallotId"];
        };
        /** @description What the organiser looks at before opening and before closing; opening is refused while a check of it stands against it. */
        BallotCheck: {
            checks: {
                /**
                 * @description `unanimity-told` is a reminder and never stands against it: a unanimous result tells everyone's vote.
                 * @enum {string}
                 */
                id: "rules-fit" | "options-enough" | "closing-ahead" | "roll-there" | "roll-invited" | "secret-enough" | "unanimity-told" | "quorum-possible" | "attendance-taken" | "chair-there" | "everyone-voted" | "time-over";
                ok: boolean;
                /** @description Whether it stands against the next step. */
                blocks?: boolean;
                /** @description What it counts: members not invited yet, those still missing, ... */
                number?: number;
            }[];
        };
        /** @description What the organiser writes; replaces everything but the evidence, which is only added to. */
        ResolutionDraft: {
            title: string;
            words: string;
            ballot?: components["schemas"]["BallotId"];
            topic?: components["schemas"]["ItemId"];
            responsible: string;
            due: string;
            notice?: components["schemas"]["Notice"];
        };
        /** @description What happens with a resolution. `begin`; `report` that it is done, with evidence; `add` evidence; `accept` or `return` in the place of a proposer who is no member, with words; `drop` with words. */
        ExecutionStep: {
            /** @enum {string} */
            kind: "begin" | "add" | "report" | "accept" | "return" | "drop";
            words?: string;
        };
        /** @enum {string} */
        WebhookEventKind: "case.submitted" | "case.changed" | "case.overdue" | "case.closed";
        /** @description An address that is told of events. What it gets says which case and what kind, and no personal word. */
        Webhook: {
            id: string;
            url: string;
            kinds: components["schemas"]["WebhookEventKind"][];
            /** Format: date-time */
            createdAt: string;
            /** @description Signs what is sent; answered once, when it is made. */
            secret?: string;
        };
        /** @description All of a federation's. */
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
        };
        /** @description An address of the county's own system. */
        WebhookDraft: {
            url: string;
            kinds: components["schemas"]["WebhookEventKind"][];
        };
        /** @description One message and how it went. */
        WebhookDelivery: {
            id: string;
            webhook: string;
            kind: components["schemas"]["WebhookEventKind"];
            /** Format: date-time */
            at: string;
            attempts: number;
            /** @description Status of the last answer; 0 where none came. */
            lastStatus?: number;
            /** @enum {string} */
            state: "waiting" | "delivered" | "dead";
        };
        /** @description A page, the newest first. */
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /**
         * @description Stable; a code is never given another meaning.
         * @enum {string}
         */
        ProblemCode: "account-taken" | "attachment-damaged" | "attachment-too-large" | "attachment-too-many" | "attachment-type-refused" | "attachment-unfinished" | "attachment-unknown" | "ballot-not-open" | "ballot-refused" | "ballot-unknown" | "body-too-large" | "case-token-refused" | "case-unknown" | "comment-unknown" | "council-ended" | "council-unknown" | "cursor-invalid" | "draft-missing" | "erasure-too-early" | "execution-refused" | "federation-unknown" | "feedback-unknown" | "idempotency-key-missing" | "idempotency-key-reused" | "idempotency-key-running" | "import-refused" | "internal" | "invalid-request" | "invitation-printed" | "invitation-refused" | "media-type-unsupported" | "meeting-refused" | "meeting-unknown" | "member-refused" | "member-unknown" | "method-not-allowed" | "no-unit-left" | "not-eligible" | "not-found" | "offset-mismatch" | "oidc-unavailable" | "paper-given" | "paper-invalid" | "period-open" | "photo-unknown" | "precondition-failed" | "precondition-missing" | "rate-limited" | "receipt-missing" | "receipt-refused" | "request-incomplete" | "request-timeout" | "resolution-refused" | "resolution-unknown" | "role-refused" | "roll-refused" | "second-factor-missing" | "second-factor-there" | "service-point-refused" | "service-point-unknown" | "sign-in-refused" | "staff-incomplete" | "staff-refused" | "staff-unknown" | "step-incomplete" | "step-refused" | "table-outdated" | "table-too-large" | "topic-refused" | "topic-unknown" | "unavailable" | "vote-counted" | "vote-invalid" | "webhook-refused" | "webhook-unknown";
        /** @description What a problem means and what to do. */
        ProblemKind: {
            code: components["schemas"]["ProblemCode"];
            status: number;
            title: string;
            remedy: string;
        };
        /** @description All problems, ordered by code. */
        ProblemKindList: {
            items: components["schemas"]["ProblemKind"][];
        };
        /** @description The process runs. */
        Health: {
            /** @constant */
            status: "ok";
        };
        /** @description The service can store and read. */
        Readiness: {
            /** @constant */
            status: "ready";
        };
        /** @description One thing that is wrong with a request. */
        Finding: {
            /** @description `body`, `query`, `path` or `header`, then a JSON pointer (RFC 6901) into it, for example `body/contact/value`. A key that the contract does not know is not repeated. Of an import, `row/` and the number of the row, from 1, before that: `row/12/lng`. */
            where: string;
            /** @description Of the schema: `missing`, `wrong-type`, `too-short`, `too-long`, `too-small`, `too-big`, `bad-format`, `not-a-choice`, `unknown-field`, `not-unique`, `malformed`; of the rules: see `openapi/rules`. */
            code: string;
        };
    };
    responses: never;
    parameters: {
        /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
        cursor: string;
        /** @description How many at most. */
        limit: number;
        /** @description The federation's 12-digit division code. */
        code: components["schemas"]["DivisionCode"];
        /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
        idempotencyKey: string;
        /** @description The attachment's id. */
        attachmentId: components["schemas"]["AttachmentId"];
        /** @description Only of these categories, with commas between them. Left out, all. */
        categories: string;
        /** @description Only with all of these facilities, with commas between them. */
        facilities: string;
        /** @description The service point's id. */
        pointId: components["schemas"]["ServicePointId"];
        /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
        ifMatch: string;
        /** @description `csv`: UTF-8 with a header line; `geojson`: a FeatureCollection of points (RFC 7946), in GCJ-02 unless a `crs` property says otherwise. */
        format: "csv" | "geojson";
        /** @description The case's id, from the queue. */
        caseId: components["schemas"]["CaseId"];
        /** @description The account's id. */
        staffId: components["schemas"]["StaffId"];
        councilId: components["schemas"]["CouncilId"];
        /** @description Only topics in this state. */
        topicState: components["schemas"]["TopicState"];
        topicId: components["schemas"]["ItemId"];
        commentId: components["schemas"]["ItemId"];
        resolutionId: components["schemas"]["ItemId"];
        ballotId: components["schemas"]["ItemId"];
        memberId: components["schemas"]["MemberId"];
        meetingId: components["schemas"]["ItemId"];
        /** @description The address's id. */
        webhookId: string;
        /** @description The message's id. */
        deliveryId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Changes when the answer changes; send it back in `If-None-Match`. */
        etag: string;
        /** @description `true` where this answer repeats that of an earlier request with the same key. */
        replayed: "true";
        /** @description Always `no-store`. */
        noStore: "no-store";
        /** @description Names this request in the service’s log. */
        requestId: string;
        /** @description Seconds. */
        retryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    searchFederations: {
        parameters: {
            query: {
                /** @description Part of a name, at least one character. */
                q: string;
                /** @description Only federations of this level. */
                level?: components["schemas"]["FederationLevel"];
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of federations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FederationPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFederation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The federation. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Federation"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChildFederations: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of federations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FederationPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHelpForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form's configuration. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpForm"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitHelpRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HelpRequestSubmission"];
            };
        };
        responses: {
            /** @description Stored. The receipt; the secret is not in it, because only the client knows it. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HelpRequestReceipt"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `request-incomplete`: The answers do not fit together. `attachment-unfinished`: A file has not arrived completely. `no-unit-left`: Nobody is left to receive the request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnHelpRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request as its requester may see it. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnHelpRequest"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-missing`: The receipt is missing. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-refused`: No request belongs to this receipt. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startAttachment: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttachmentStart"];
            };
        };
        responses: {
            /** @description The place; send bytes from offset 0. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `draft-missing`: The draft key is missing. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. `attachment-too-large`: The file is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `attachment-too-many`: Too many files. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file's state; after a broken connection go on from its `offset`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `draft-missing`: The draft key is missing. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `draft-missing`: The draft key is missing. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    appendAttachment: {
        parameters: {
            query?: never;
            header: {
                /** @description Where this piece begins, in bytes from the start of the file. */
                "Upload-Offset": number;
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The file's state after this piece. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `draft-missing`: The draft key is missing. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `offset-mismatch`: The piece does not follow what has arrived. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `attachment-type-refused`: This kind of file is not taken. `attachment-damaged`: The file is damaged. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOwnAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Always `attachment`, with a neutral name. */
                    "Content-Disposition"?: string;
                    /** @description Always `nosniff`. */
                    "X-Content-Type-Options"?: "nosniff";
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-missing`: The receipt is missing. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-refused`: No request belongs to this receipt. `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchServicePoints: {
        parameters: {
            query?: {
                /** @description `west,south,east,north` in degrees GCJ-02. */
                bbox?: string;
                /** @description Only of these categories, with commas between them. Left out, all. */
                categories?: components["parameters"]["categories"];
                /** @description Only with all of these facilities, with commas between them. */
                facilities?: components["parameters"]["facilities"];
                /** @description Part of a name, in characters or in pinyin. */
                q?: string;
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of service points. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createServicePoint: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePointDraft"];
            };
        };
        responses: {
            /** @description Added; as everybody sees it. */
            201: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePoint"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `service-point-refused`: What was written does not fit together. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getServicePoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service point. Its ETag is what `changeServicePoint` asks for. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePoint"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-point-unknown`: No such service point. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeServicePoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePointDraft"];
            };
        };
        responses: {
            /** @description Changed; as everybody sees it. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePoint"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-point-unknown`: No such service point. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-point-refused`: What was written does not fit together. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireServicePoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Not shown any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-point-unknown`: No such service point. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendServicePointFeedback: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePointFeedback"];
            };
        };
        responses: {
            /** @description Received. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackReceipt"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-point-unknown`: No such service point. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `service-point-refused`: What was written does not fit together. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addServicePointPhoto: {
        parameters: {
            query: {
                /** @description What is to be seen, in Chinese, for who does not see it. */
                alt: components["schemas"]["PhotoWords"];
                /** @description The same in English. */
                altEn?: components["schemas"]["PhotoWords"];
            };
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Added behind the others, as everybody sees it. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointPhoto"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-point-unknown`: No such service point. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `service-point-refused`: What was written does not fit together. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getServicePointPhoto: {
        parameters: {
            query?: {
                /** @description `small`: at most 320 px wide and high; `large`: 1280 px. Left out, `large`. */
                size?: "small" | "large";
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
                /** @description The photo's id. */
                photoId: components["schemas"]["PhotoId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    /** @description Always `public, max-age=86400, immutable`. */
                    "Cache-Control"?: "public, max-age=86400, immutable";
                    /** @description Always `nosniff`. */
                    "X-Content-Type-Options"?: "nosniff";
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `photo-unknown`: No such photo. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeServicePointPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
                /** @description The photo's id. */
                photoId: components["schemas"]["PhotoId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServicePointPhotoDraft"];
            };
        };
        responses: {
            /** @description All photos of the point, in their new order. The ETag is that of the point. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointPhotos"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-point-unknown`: No such service point. `photo-unknown`: No such photo. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeServicePointPhoto: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The service point's id. */
                pointId: components["parameters"]["pointId"];
                /** @description The photo's id. */
                photoId: components["schemas"]["PhotoId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `service-point-unknown`: No such service point. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findNearestServicePoints: {
        parameters: {
            query?: {
                /** @description Only of these categories, with commas between them. Left out, all. */
                categories?: components["parameters"]["categories"];
                /** @description Only with all of these facilities, with commas between them. */
                facilities?: components["parameters"]["facilities"];
                /** @description How many at most. */
                limit?: number;
            };
            header: {
                /** @description `lng,lat` in degrees GCJ-02, at most three decimals. Never logged, never stored. */
                "Fulian-Position": string;
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nearest ones. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearServicePoints"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getServicePointCells: {
        parameters: {
            query?: {
                /** @description Only of these categories, with commas between them. Left out, all. */
                categories?: components["parameters"]["categories"];
                /** @description Only with all of these facilities, with commas between them. */
                facilities?: components["parameters"]["facilities"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description Zoom of the tile. */
                z: string;
                /** @description Column of the tile, from the west. */
                x: string;
                /** @description Row of the tile, from the north. */
                y: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The squares of the tile. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointCells"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getServicePointTable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `table-too-large`: The area has too many service points to download. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listServicePointNames: {
        parameters: {
            query?: {
                /** @description The first row. Left out, 0. */
                from?: number;
                /** @description How many rows at most. Left out, 256. */
                rows?: number;
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The version that stands in the table. */
                tableVersion: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The columns. They never change for this version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointNames"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `table-outdated`: The table has changed. */
            410: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `table-too-large`: The area has too many service points to download. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importServicePoints: {
        parameters: {
            query: {
                /** @description `csv`: UTF-8 with a header line; `geojson`: a FeatureCollection of points (RFC 7946), in GCJ-02 unless a `crs` property says otherwise. */
                format: components["parameters"]["format"];
            };
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description All rows were taken. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointImport"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `import-refused`: The file cannot be taken. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportServicePoints: {
        parameters: {
            query: {
                /** @description `csv`: UTF-8 with a header line; `geojson`: a FeatureCollection of points (RFC 7946), in GCJ-02 unless a `crs` property says otherwise. */
                format: components["parameters"]["format"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Always `attachment`, with a neutral name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listServicePointFeedback: {
        parameters: {
            query?: {
                /** @description Only in this state. */
                state?: components["schemas"]["FeedbackState"];
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleServicePointFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The id of what a visitor said. */
                feedbackId: components["schemas"]["ServicePointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedbackDecision"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackItem"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `feedback-unknown`: No such feedback. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description Which part of the queue. */
                view?: "open" | "mine" | "unassigned" | "incoming" | "overdue" | "unread" | "ended" | "all";
                /** @description Only in these states, separated by commas. */
                states?: string;
                /** @description Only of these grades, separated by commas. */
                grades?: string;
                /** @description Only of these categories, separated by commas. */
                categories?: string;
                /** @description Only by these channels, separated by commas. */
                channels?: string;
                /** @description Only of this worker. */
                worker?: components["schemas"]["StaffId"];
                /** @description Only of this division and those below it. */
                division?: components["schemas"]["DivisionCode"];
                /** @description What stands first. */
                sort?: "due" | "newest" | "changed";
                /** @description Only these cases, at most fifty, separated by commas; for a desk that was told that they changed. */
                ids?: string;
                /** @description How many cases to pass over first; for a list that is scrolled far at once. */
                skip?: number;
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: {
                /** @description A case number, or a telephone number or name exactly as it was given, in UTF-8 as base64url. A header, because addresses are logged (S3). */
                "Fulian-Find"?: string;
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the queue. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerCase: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The key of the draft that the attachments were uploaded under. */
                "Fulian-Draft"?: string;
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseRegistration"];
            };
        };
        responses: {
            /** @description Stored. The receipt to hand out. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRegistered"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `request-incomplete`: The answers do not fit together. `no-unit-left`: Nobody is left to receive the request. `attachment-unfinished`: A file has not arrived completely. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countCases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts of open cases. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseCounts"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCaseRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseRules"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseWorkers: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchCases: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that arrived; what came after it is sent first. */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; it ends after an hour or with the session. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's id, from the queue. */
                caseId: components["parameters"]["caseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-unknown`: No such case. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeCaseStep: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The key of the draft that the attachments were uploaded under. */
                "Fulian-Draft"?: string;
            };
            path: {
                /** @description The case's id, from the queue. */
                caseId: components["parameters"]["caseId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseStep"];
            };
        };
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-unknown`: No such case. `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `step-refused`: This cannot be done with the case now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `step-incomplete`: The step lacks something or has too much. `attachment-unfinished`: A file has not arrived completely. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCaseEvents: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The case's id, from the queue. */
                caseId: components["parameters"]["caseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, the newest first. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseEventPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-unknown`: No such case. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadCaseAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The case's id, from the queue. */
                caseId: components["parameters"]["caseId"];
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes, as an attachment. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-unknown`: No such case. `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openOwnCase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A token for half an hour. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseSession"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-missing`: The receipt is missing. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `receipt-refused`: No request belongs to this receipt. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readOwnCase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What she may see. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCase"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseOwnCase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted for good. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `erasure-too-early`: The case cannot be deleted yet. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendOwnMessage: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The key of the draft that the attachments were uploaded under. */
                "Fulian-Draft"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnMessage"];
            };
        };
        responses: {
            /** @description Received; my case as it is now. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCase"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `step-refused`: This cannot be done with the case now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `attachment-unfinished`: A file has not arrived completely. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rateOwnCase: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnRating"];
            };
        };
        responses: {
            /** @description Received; my case as it is now. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCase"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `step-refused`: This cannot be done with the case now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawOwnCase: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnWithdrawal"];
            };
        };
        responses: {
            /** @description Withdrawn; my case as it is now. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCase"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `step-refused`: This cannot be done with the case now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerOwnConsent: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnConsent"];
            };
        };
        responses: {
            /** @description Received; my case as it is now. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCase"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `step-refused`: This cannot be done with the case now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadOwnCaseAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The attachment's id. */
                attachmentId: components["parameters"]["attachmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Always `attachment`, with a neutral name. */
                    "Content-Disposition"?: string;
                    /** @description Always `nosniff`. */
                    "X-Content-Type-Options"?: "nosniff";
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `attachment-unknown`: No such attachment. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportOwnCase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that is stored. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnCaseExport"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchOwnCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of the last event that arrived; what came after it is sent first. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; it ends with the token. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `case-token-refused`: The case token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description A session. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSession"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-refused`: Account, password or code is wrong. `second-factor-missing`: A one-time code is asked for. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStaffSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutStaff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed; all other sessions have ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. `sign-in-refused`: Account, password or code is wrong. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-incomplete`: What was written does not fit together. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorProof"];
            };
        };
        responses: {
            /** @description From now on a code is asked for. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. `sign-in-refused`: Account, password or code is wrong. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, shown once. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorStart"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `second-factor-there`: One-time codes are set up already. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startOidcSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcStart"];
            };
        };
        responses: {
            /** @description Where to go. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OidcStarted"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-incomplete`: What was written does not fit together. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `oidc-unavailable`: Signing in elsewhere does not work now. `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishOidcSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OidcFinish"];
            };
        };
        responses: {
            /** @description A session. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSession"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sign-in-refused`: Account, password or code is wrong. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `oidc-unavailable`: Signing in elsewhere does not work now. `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaffAccounts: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createStaffAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffDraft"];
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `account-taken`: The account name is taken. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `staff-incomplete`: What was written does not fit together. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStaffAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The account's id. */
                staffId: components["parameters"]["staffId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-unknown`: No such account. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStaffAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The account's id. */
                staffId: components["parameters"]["staffId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChange"];
            };
        };
        responses: {
            /** @description Changed. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffMember"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-unknown`: No such account. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-incomplete`: What was written does not fit together. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, the newest first. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCaseReport: {
        parameters: {
            query: {
                /** @description The month, quarter or half year in which the cases came. */
                period: components["schemas"]["ReportPeriod"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReport"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCaseReport: {
        parameters: {
            query: {
                /** @description The month, quarter or half year in which the cases came. */
                period: components["schemas"]["ReportPeriod"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV in UTF-8 with a byte order mark; nothing in it is taken for a formula. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPublicCaseReport: {
        parameters: {
            query: {
                /** @description The month, quarter or half year in which the cases came. */
                period: components["schemas"]["ReportPeriod"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statistics. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReport"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `period-open`: The period is not over. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCouncils: {
        parameters: {
            query?: {
                /** @description Part of a name. */
                q?: string;
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of councils. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExecutionReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rate, with those directly below. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionReport"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openMemberSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberSignIn"];
            };
        };
        responses: {
            /** @description A session. An earlier one of hers goes on. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberSession"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invitation-refused`: This code or word is not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnMembership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnMembership"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeMemberSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token opens nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncil: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The council. Its ETag is what `changeCouncil` asks for. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Council"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody, ordered by name. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilRoll"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: {
                /** @description Only topics in this state. */
                state?: components["parameters"]["topicState"];
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of topics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestTopic: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicSuggestion"];
            };
        };
        responses: {
            /** @description Stored. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicReceived"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `council-ended`: The council has ended. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnTopics: {
        parameters: {
            query?: {
                /** @description Only topics in this state. */
                state?: components["parameters"]["topicState"];
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of topics. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeTopic: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicProposal"];
            };
        };
        responses: {
            /** @description The topic. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `council-ended`: The council has ended. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    secondTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The topic with one more. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `topic-unknown`: No such topic. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `topic-refused`: This cannot be done with the topic now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unsecondTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The topic with one less. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `topic-unknown`: No such topic. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `topic-refused`: This cannot be done with the topic now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listComments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contributions. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `topic-unknown`: No such topic. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeComment: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentDraft"];
            };
        };
        responses: {
            /** @description The contribution. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `topic-unknown`: No such topic. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `topic-refused`: This cannot be done with the topic now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBackComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
                commentId: components["parameters"]["commentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its words are deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `comment-unknown`: No such contribution. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
                commentId: components["parameters"]["commentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organiser sees it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `comment-unknown`: No such contribution. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of meetings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listResolutions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of resolutions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnResolutions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of resolutions. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerExecution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description The resolution. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `resolution-unknown`: No such resolution. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `execution-refused`: This cannot be said of the resolution now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rateResolution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["resolution_Rating"];
            };
        };
        responses: {
            /** @description The resolution. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `resolution-unknown`: No such resolution. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `execution-refused`: This cannot be said of the resolution now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouncilLog: {
        parameters: {
            query?: {
                /** @description Only entries after this number. */
                after?: number;
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries and the signed head. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouncilLog"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLogHead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The head. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogHead"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBallots: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ballots. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBallot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ballot. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOwnBallot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the roll knows. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnBallot"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    castOpenVote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenVote"];
            };
        };
        responses: {
            /** @description Stored. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotStored"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-eligible`: You have no vote in this ballot. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ballot-not-open`: The ballot is not open. `vote-counted`: A vote is stored already and cannot be changed. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `vote-invalid`: The vote does not fit the ballot. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeBallotPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaperRequest"];
            };
        };
        responses: {
            /** @description Evaluated. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaperAnswer"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-eligible`: You have no vote in this ballot. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ballot-not-open`: The ballot is not open. `paper-given`: Your paper was handed out already. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `paper-invalid`: This paper is not valid for this ballot. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    castSecretVote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretVote"];
            };
        };
        responses: {
            /** @description Stored. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotStored"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ballot-not-open`: The ballot is not open. `vote-counted`: A vote is stored already and cannot be changed. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `paper-invalid`: This paper is not valid for this ballot. `vote-invalid`: The vote does not fit the ballot. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    castDecidingVote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenVote"];
            };
        };
        responses: {
            /** @description The ballot with its result. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `member-refused`: The member token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ballot-refused`: This cannot be done with the ballot now. `vote-invalid`: The vote does not fit the ballot. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBallotReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sorted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptList"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ballot-refused`: This cannot be done with the ballot now. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createCouncil: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilDraft"];
            };
        };
        responses: {
            /** @description The council. */
            201: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Council"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeCouncil: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouncilDraft"];
            };
        };
        responses: {
            /** @description The council. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Council"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody who is or was on it. The ETag is what `changeMember` asks for. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollPage"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMember: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberDraft"];
            };
        };
        responses: {
            /** @description Her entry. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollEntry"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `council-ended`: The council has ended. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `roll-refused`: The roll cannot be changed like this. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                memberId: components["parameters"]["memberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberDraft"];
            };
        };
        responses: {
            /** @description Her entry. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RollEntry"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `member-unknown`: No such member. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `roll-refused`: The roll cannot be changed like this. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteMembers: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description The cards, this once. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationCards"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `member-unknown`: No such member. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `council-ended`: The council has ended. `invitation-printed`: These cards were answered already. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllTopics: {
        parameters: {
            query?: {
                /** @description Only topics in this state. */
                state?: components["parameters"]["topicState"];
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of topics, suggested and declined ones included. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    screenTopic: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicScreening"];
            };
        };
        responses: {
            /** @description The topic. */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `topic-unknown`: No such topic. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `topic-refused`: This cannot be done with the topic now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllComments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contributions. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `topic-unknown`: No such topic. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moderateComment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                topicId: components["parameters"]["topicId"];
                commentId: components["parameters"]["commentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentModeration"];
            };
        };
        responses: {
            /** @description The contribution. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `comment-unknown`: No such contribution. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingDraft"];
            };
        };
        responses: {
            /** @description The meeting. */
            201: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingFile"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `council-ended`: The council has ended. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `meeting-refused`: What was written about the meeting does not fit. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMeeting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                meetingId: components["parameters"]["meetingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The meeting. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingFile"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `meeting-unknown`: No such meeting. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                meetingId: components["parameters"]["meetingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingDraft"];
            };
        };
        responses: {
            /** @description The meeting. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingFile"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `meeting-unknown`: No such meeting. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `meeting-refused`: What was written about the meeting does not fit. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllBallots: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ballots. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    prepareBallot: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BallotDraft"];
            };
        };
        responses: {
            /** @description The draft. */
            201: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `council-ended`: The council has ended. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `ballot-refused`: This cannot be done with the ballot now. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBallotDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ballot. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BallotDraft"];
            };
        };
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ballot-refused`: This cannot be done with the ballot now. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelBallot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dropped. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ballot-refused`: This cannot be done with the ballot now. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkBallot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The checklist. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BallotCheck"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openBallot: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ballot. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `ballot-refused`: This cannot be done with the ballot now. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeBallot: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                ballotId: components["parameters"]["ballotId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ballot with its result. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ballot"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `ballot-unknown`: No such ballot. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `ballot-refused`: This cannot be done with the ballot now. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllResolutions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of resolutions; `mayAccept` says which of them wait for the organiser. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordResolution: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionDraft"];
            };
        };
        responses: {
            /** @description The resolution. */
            201: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `council-ended`: The council has ended. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `resolution-refused`: What was written about the resolution does not fit. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getResolution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resolution. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `resolution-unknown`: No such resolution. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeResolution: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of what was read. Missing, `precondition-missing` (428); another, `precondition-failed` (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionDraft"];
            };
        };
        responses: {
            /** @description The resolution. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `resolution-unknown`: No such resolution. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed`: Somebody else has changed it meanwhile. */
            412: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `resolution-refused`: What was written about the resolution does not fit. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-missing`: The If-Match header is missing. */
            428: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeExecutionStep: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                councilId: components["parameters"]["councilId"];
                resolutionId: components["parameters"]["resolutionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExecutionStep"];
            };
        };
        responses: {
            /** @description The resolution. */
            200: {
                headers: {
                    ETag: components["headers"]["etag"];
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resolution"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `council-unknown`: No such council. `resolution-unknown`: No such resolution. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. `execution-refused`: This cannot be said of the resolution now. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookDraft"];
            };
        };
        responses: {
            /** @description Added; the secret is shown this once. */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body-too-large`: The request is too large. */
            413: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `media-type-unsupported`: The content type is not taken here. */
            415: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. `webhook-refused`: The address cannot be used. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The address's id. */
                webhookId: components["parameters"]["webhookId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is sent there any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-unknown`: No such address or message. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Only in this state. */
                state?: "waiting" | "delivered" | "dead";
                /** @description The `nextCursor` of the page before. Opaque and signed; good for this listing only. */
                cursor?: components["parameters"]["cursor"];
                /** @description How many at most. */
                limit?: components["parameters"]["limit"];
            };
            header?: never;
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description `cursor-invalid`: The cursor is not valid. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `federation-unknown`: No such federation. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    repeatWebhookDelivery: {
        parameters: {
            query?: never;
            header: {
                /** @description 16 to 64 characters of base64url, random, the same for every try of the same request. Kept 72 hours. */
                "Idempotency-Key": components["parameters"]["idempotencyKey"];
            };
            path: {
                /** @description The federation's 12-digit division code. */
                code: components["parameters"]["code"];
                /** @description The message's id. */
                deliveryId: components["parameters"]["deliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits to be sent. */
            202: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["replayed"];
                    "Cache-Control": components["headers"]["noStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `idempotency-key-missing`: The Idempotency-Key is missing. `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff-refused`: The staff token is missing or not valid. */
            401: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `role-refused`: Your role does not allow this. */
            403: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook-unknown`: No such address or message. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-running`: A request with this key is still running. */
            409: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-key-reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All problems by code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKindList"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A problem's stable code. */
                problemCode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The problem explained. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found`: There is nothing here. */
            404: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description `invalid-request`: The request does not keep to the contract. */
            400: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request-timeout`: The request came too slowly. */
            408: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate-limited`: Too many requests. */
            429: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: The service failed. */
            500: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service cannot store or read anything now. */
            503: {
                headers: {
                    "Fulian-Request-Id": components["headers"]["requestId"];
                    "Retry-After": components["headers"]["retryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
