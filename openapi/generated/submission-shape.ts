// Generated from openapi/ by `npm run generate`. Do not edit.
/** The schema of a submission without its words, for who checks it without a library. */
export const submissionShape = {
  "type": "object",
  "required": [
    "category",
    "asker",
    "identity",
    "safeContact",
    "riskScreen",
    "concernedPerson",
    "childrenPresent",
    "consents",
    "receiptSecret"
  ],
  "properties": {
    "category": {
      "type": "string",
      "pattern": "^[a-z][a-z0-9-]{1,39}$"
    },
    "narrative": {
      "type": "string",
      "maxLength": 5000
    },
    "asker": {
      "type": "object",
      "required": [
        "role"
      ],
      "properties": {
        "role": {
          "type": "string",
          "enum": [
            "self",
            "other",
            "witness",
            "mandatory-reporter"
          ]
        },
        "relation": {
          "type": "string",
          "pattern": "^[a-z][a-z0-9-]{1,39}$"
        },
        "body": {
          "type": "string",
          "pattern": "^[a-z][a-z0-9-]{1,39}$"
        },
        "bodyName": {
          "type": "string",
          "minLength": 1,
          "maxLength": 100
        }
      }
    },
    "identity": {
      "type": "object",
      "required": [
        "kind"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "enum": [
            "anonymous",
            "named"
          ]
        },
        "name": {
          "type": "string",
          "minLength": 1,
          "maxLength": 50
        }
      }
    },
    "safeContact": {
      "type": "object",
      "required": [
        "channel",
        "mayLeaveMessage",
        "maySayWhoCalls"
      ],
      "properties": {
        "channel": {
          "type": "string",
          "enum": [
            "phone",
            "sms",
            "wechat",
            "email",
            "other-person",
            "none"
          ]
        },
        "value": {
          "type": "string",
          "minLength": 1,
          "maxLength": 200
        },
        "personName": {
          "type": "string",
          "minLength": 1,
          "maxLength": 50
        },
        "personRelation": {
          "type": "string",
          "minLength": 1,
          "maxLength": 50
        },
        "days": {
          "type": "array",
          "uniqueItems": true,
          "maxItems": 7,
          "items": {
            "type": "string",
            "enum": [
              "mon",
              "tue",
              "wed",
              "thu",
              "fri",
              "sat",
              "sun"
            ]
          }
        },
        "from": {
          "type": "string",
          "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        },
        "to": {
          "type": "string",
          "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        },
        "mayLeaveMessage": {
          "type": "boolean"
        },
        "maySayWhoCalls": {
          "type": "boolean"
        },
        "coverWords": {
          "type": "string",
          "maxLength": 200
        }
      }
    },
    "division": {
      "type": "string",
      "pattern": "^[0-9]{12}$"
    },
    "riskScreen": {
      "type": "object",
      "required": [
        "answers"
      ],
      "properties": {
        "answers": {
          "type": "array",
          "maxItems": 30,
          "items": {
            "type": "object",
            "required": [
              "question",
              "answer"
            ],
            "properties": {
              "question": {
                "type": "string",
                "pattern": "^[a-z][a-z0-9-]{1,39}$"
              },
              "answer": {
                "type": "string",
                "enum": [
                  "yes",
                  "no",
                  "unknown"
                ]
              }
            }
          }
        },
        "grade": {
          "type": "string",
          "enum": [
            "none",
            "pink",
            "orange",
            "red"
          ]
        }
      }
    },
    "concernedPerson": {
      "type": "object",
      "required": [
        "underFourteen"
      ],
      "properties": {
        "underFourteen": {
          "type": "string",
          "enum": [
            "yes",
            "no",
            "unknown"
          ]
        }
      }
    },
    "childrenPresent": {
      "type": "string",
      "enum": [
        "yes",
        "no",
        "unknown"
      ]
    },
    "needs": {
      "type": "object",
      "properties": {
        "languages": {
          "type": "array",
          "maxItems": 10,
          "uniqueItems": true,
          "items": {
            "type": "string",
            "pattern": "^[a-z][a-z0-9-]{1,39}$"
          }
        },
        "access": {
          "type": "array",
          "maxItems": 10,
          "uniqueItems": true,
          "items": {
            "type": "string",
            "pattern": "^[a-z][a-z0-9-]{1,39}$"
          }
        },
        "note": {
          "type": "string",
          "maxLength": 500
        }
      }
    },
    "attachments": {
      "type": "array",
      "maxItems": 10,
      "uniqueItems": true,
      "items": {
        "type": "string",
        "pattern": "^[A-Za-z0-9_-]{22}$"
      }
    },
    "consents": {
      "type": "array",
      "minItems": 1,
      "maxItems": 3,
      "items": {
        "type": "object",
        "required": [
          "kind",
          "version",
          "givenBy"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "general",
              "sensitive",
              "minor"
            ]
          },
          "version": {
            "type": "string",
            "minLength": 1,
            "maxLength": 20
          },
          "givenBy": {
            "type": "string",
            "enum": [
              "requester",
              "guardian",
              "statutory-duty"
            ]
          }
        }
      }
    },
    "exclusion": {
      "type": "object",
      "required": [
        "units"
      ],
      "properties": {
        "units": {
          "type": "array",
          "minItems": 1,
          "maxItems": 5,
          "uniqueItems": true,
          "items": {
            "type": "string",
            "pattern": "^[0-9]{12}$"
          }
        },
        "note": {
          "type": "string",
          "maxLength": 500
        }
      }
    },
    "receiptSecret": {
      "type": "string",
      "pattern": "^[0-9]{24}$"
    }
  }
} as const;
