// Generated from openapi/ by `npm run generate`. Do not edit.
/** The contract's examples, by operation and name. */
export const examples = {
  "searchFederations": {
    "requests": {},
    "answers": {
      "found": {
        "items": [
          {
            "code": "990101000000",
            "level": "county",
            "name": "清溪县",
            "hasChildren": true
          }
        ]
      },
      "nothing": {
        "items": []
      }
    }
  },
  "getFederation": {
    "requests": {},
    "answers": {
      "county": {
        "code": "990101000000",
        "level": "county",
        "name": "清溪县",
        "hasChildren": true,
        "phone": "0990-1212338",
        "parents": [
          {
            "code": "990000000000",
            "level": "province",
            "name": "云岭省",
            "hasChildren": true
          },
          {
            "code": "990100000000",
            "level": "city",
            "name": "云溪市",
            "hasChildren": true
          }
        ]
      }
    }
  },
  "listChildFederations": {
    "requests": {},
    "answers": {
      "townships": {
        "items": [
          {
            "code": "990101001000",
            "level": "township",
            "name": "柳桥镇",
            "hasChildren": true
          },
          {
            "code": "990101002000",
            "level": "township",
            "name": "东湖街道",
            "hasChildren": true
          },
          {
            "code": "990101003000",
            "level": "township",
            "name": "桃源镇",
            "hasChildren": true
          }
        ]
      },
      "villages": {
        "items": [
          {
            "code": "990101001001",
            "level": "village",
            "name": "荷塘村",
            "hasChildren": false
          },
          {
            "code": "990101001002",
            "level": "village",
            "name": "新桥社区",
            "hasChildren": false
          }
        ]
      }
    }
  },
  "getHelpForm": {
    "requests": {},
    "answers": {
      "standard": {
        "federation": {
          "code": "990101000000",
          "level": "county",
          "name": "清溪县",
          "hasChildren": true,
          "phone": "0990-1212338",
          "parents": [
            {
              "code": "990000000000",
              "level": "province",
              "name": "云岭省",
              "hasChildren": true
            },
            {
              "code": "990100000000",
              "level": "city",
              "name": "云溪市",
              "hasChildren": true
            }
          ]
        },
        "hotlines": [
          {
            "number": "110",
            "label": {
              "zh-CN": "报警",
              "en": "Police"
            },
            "urgent": true
          },
          {
            "number": "120",
            "label": {
              "zh-CN": "急救",
              "en": "Ambulance"
            },
            "urgent": true
          },
          {
            "number": "12338",
            "label": {
              "zh-CN": "妇女维权热线",
              "en": "Women’s rights hotline"
            },
            "urgent": true
          },
          {
            "number": "12345",
            "label": {
              "zh-CN": "政务服务热线",
              "en": "Government service line"
            },
            "urgent": false
          }
        ],
        "categories": [
          {
            "code": "domestic-violence",
            "label": {
              "zh-CN": "家庭暴力",
              "en": "Violence at home"
            },
            "hint": {
              "zh-CN": "打、骂、威胁、限制自由、管钱不给用",
              "en": "Hitting, insults, threats, being locked in or kept without money"
            },
            "baseGrade": "orange",
            "asksRisk": true
          },
          {
            "code": "family-dispute",
            "label": {
              "zh-CN": "婚姻家庭纠纷",
              "en": "Marriage and family dispute"
            },
            "hint": {
              "zh-CN": "离婚、抚养孩子、赡养老人、财产分割",
              "en": "Divorce, custody, support, sharing property"
            },
            "baseGrade": "none",
            "asksRisk": true
          },
          {
            "code": "child-harm",
            "label": {
              "zh-CN": "孩子受到伤害",
              "en": "A child is being harmed"
            },
            "hint": {
              "zh-CN": "打骂、忽视、性侵害、欺负",
              "en": "Beating, neglect, sexual abuse, bullying"
            },
            "baseGrade": "orange",
            "asksRisk": true,
            "concernsChild": true
          },
          {
            "code": "sexual-harassment",
            "label": {
              "zh-CN": "性骚扰",
              "en": "Sexual harassment"
            },
            "hint": {
              "zh-CN": "在单位、学校、路上或网上",
              "en": "At work, at school, in the street or on line"
            },
            "baseGrade": "orange",
            "asksRisk": true
          },
          {
            "code": "land-rights",
            "label": {
              "zh-CN": "财产和土地权益",
              "en": "Property and land rights"
            },
            "hint": {
              "zh-CN": "承包地、宅基地、集体分红、房产",
              "en": "Contracted land, homestead, village dividends, housing"
            },
            "baseGrade": "none",
            "asksRisk": false
          },
          {
            "code": "work-rights",
            "label": {
              "zh-CN": "劳动权益",
              "en": "Rights at work"
            },
            "hint": {
              "zh-CN": "怀孕生育被辞退或调岗、同工不同酬",
              "en": "Dismissed or moved for pregnancy, unequal pay"
            },
            "baseGrade": "none",
            "asksRisk": false
          },
          {
            "code": "hardship",
            "label": {
              "zh-CN": "困难帮扶",
              "en": "Hardship"
            },
            "hint": {
              "zh-CN": "生活、上学、看病有困难",
              "en": "Trouble with living, school or medical costs"
            },
            "baseGrade": "pink",
            "asksRisk": false
          },
          {
            "code": "psychological-support",
            "label": {
              "zh-CN": "心理支持",
              "en": "Somebody to talk to"
            },
            "hint": {
              "zh-CN": "心里难受，想找人说说",
              "en": "You feel low and want to talk"
            },
            "baseGrade": "pink",
            "asksRisk": true
          },
          {
            "code": "legal-advice",
            "label": {
              "zh-CN": "法律咨询",
              "en": "Legal advice"
            },
            "hint": {
              "zh-CN": "想知道法律怎么说",
              "en": "You want to know what the law says"
            },
            "baseGrade": "none",
            "asksRisk": false
          },
          {
            "code": "health-aid",
            "label": {
              "zh-CN": "两癌救助",
              "en": "Aid for breast or cervical cancer"
            },
            "hint": {
              "zh-CN": "乳腺癌、宫颈癌救助申请",
              "en": "Apply for aid with treatment"
            },
            "baseGrade": "pink",
            "asksRisk": false
          },
          {
            "code": "suggestion",
            "label": {
              "zh-CN": "意见建议",
              "en": "Suggestion"
            },
            "hint": {
              "zh-CN": "对妇联工作的意见",
              "en": "About the work of the federation"
            },
            "baseGrade": "none",
            "asksRisk": false
          },
          {
            "code": "other",
            "label": {
              "zh-CN": "其他",
              "en": "Something else"
            },
            "hint": {
              "zh-CN": "不知道选哪个，就选这个",
              "en": "Choose this when nothing above fits"
            },
            "baseGrade": "none",
            "asksRisk": true
          }
        ],
        "riskQuestions": [
          {
            "code": "immediate-danger",
            "label": {
              "zh-CN": "现在有人有危险吗？",
              "en": "Is anyone in danger right now?"
            },
            "gradeWhenYes": "red",
            "gradeWhenUnknown": "orange"
          },
          {
            "code": "injury",
            "label": {
              "zh-CN": "有人受伤",
              "en": "Somebody is hurt"
            },
            "gradeWhenYes": "orange"
          },
          {
            "code": "weapon",
            "label": {
              "zh-CN": "用过或拿出过刀、棍等凶器",
              "en": "A weapon was used or shown"
            },
            "gradeWhenYes": "red"
          },
          {
            "code": "threat-to-kill",
            "label": {
              "zh-CN": "说过要杀人或同归于尽",
              "en": "There was a threat to kill"
            },
            "gradeWhenYes": "red"
          },
          {
            "code": "choking",
            "label": {
              "zh-CN": "被掐过脖子或捂过口鼻",
              "en": "Somebody was choked or smothered"
            },
            "gradeWhenYes": "red"
          },
          {
            "code": "escalation",
            "label": {
              "zh-CN": "越来越频繁，或越来越严重",
              "en": "It happens more often or gets worse"
            },
            "gradeWhenYes": "orange"
          },
          {
            "code": "suicidal-thoughts",
            "label": {
              "zh-CN": "有不想活的念头",
              "en": "Somebody thinks of ending her life"
            },
            "gradeWhenYes": "red"
          }
        ],
        "relations": [
          {
            "code": "mother",
            "label": {
              "zh-CN": "我是她的母亲",
              "en": "I am her mother"
            }
          },
          {
            "code": "daughter-or-son",
            "label": {
              "zh-CN": "我是她的子女",
              "en": "I am her daughter or son"
            }
          },
          {
            "code": "sister-or-brother",
            "label": {
              "zh-CN": "我是她的兄弟姐妹",
              "en": "I am her sister or brother"
            }
          },
          {
            "code": "other-relative",
            "label": {
              "zh-CN": "我是她的其他亲属",
              "en": "I am another relative"
            }
          },
          {
            "code": "friend",
            "label": {
              "zh-CN": "我是她的朋友",
              "en": "I am a friend"
            }
          },
          {
            "code": "neighbour",
            "label": {
              "zh-CN": "我是她的邻居",
              "en": "I am a neighbour"
            }
          },
          {
            "code": "colleague",
            "label": {
              "zh-CN": "我是她的同事",
              "en": "I am a colleague"
            }
          },
          {
            "code": "other-person",
            "label": {
              "zh-CN": "其他",
              "en": "Somebody else"
            }
          }
        ],
        "reporterBodies": [
          {
            "code": "school",
            "label": {
              "zh-CN": "学校",
              "en": "School"
            }
          },
          {
            "code": "kindergarten",
            "label": {
              "zh-CN": "幼儿园",
              "en": "Kindergarten"
            }
          },
          {
            "code": "hospital",
            "label": {
              "zh-CN": "医院、卫生院",
              "en": "Hospital or clinic"
            }
          },
          {
            "code": "committee",
            "label": {
              "zh-CN": "村（居）民委员会",
              "en": "Village or residents’ committee"
            }
          },
          {
            "code": "social-work",
            "label": {
              "zh-CN": "社会工作服务机构",
              "en": "Social-work service"
            }
          },
          {
            "code": "relief",
            "label": {
              "zh-CN": "救助管理机构",
              "en": "Relief station"
            }
          },
          {
            "code": "welfare",
            "label": {
              "zh-CN": "福利机构",
              "en": "Welfare institution"
            }
          }
        ],
        "languages": [
          {
            "code": "mandarin",
            "label": {
              "zh-CN": "普通话",
              "en": "Mandarin"
            }
          },
          {
            "code": "local-dialect",
            "label": {
              "zh-CN": "本地方言",
              "en": "The local dialect"
            }
          },
          {
            "code": "sign-language",
            "label": {
              "zh-CN": "手语",
              "en": "Sign language"
            }
          },
          {
            "code": "english",
            "label": {
              "zh-CN": "英语",
              "en": "English"
            }
          }
        ],
        "accessNeeds": [
          {
            "code": "read-aloud",
            "label": {
              "zh-CN": "请读给我听",
              "en": "Read things to me"
            }
          },
          {
            "code": "large-print",
            "label": {
              "zh-CN": "要大字",
              "en": "Large print"
            }
          },
          {
            "code": "step-free",
            "label": {
              "zh-CN": "行动不便，需要无台阶",
              "en": "I need a way without steps"
            }
          },
          {
            "code": "hearing",
            "label": {
              "zh-CN": "听力不好，请发文字",
              "en": "I hear badly, please write"
            }
          },
          {
            "code": "companion",
            "label": {
              "zh-CN": "希望有人陪同",
              "en": "I want somebody to come with me"
            }
          }
        ],
        "channels": [
          "phone",
          "sms",
          "wechat",
          "email",
          "other-person",
          "none"
        ],
        "consents": [
          {
            "kind": "general",
            "version": "1",
            "purpose": {
              "zh-CN": "妇联用您填写的内容来受理、办理和回访这件事。",
              "en": "The federation uses what you wrote to take up your request, work on it and ask how you are afterwards."
            },
            "retentionDays": 1095
          },
          {
            "kind": "sensitive",
            "version": "1",
            "purpose": {
              "zh-CN": "您写的内容可能涉及健康、受伤、行踪和家庭情况。这些只给办理这件事的人看，加密保存。",
              "en": "What you wrote may tell of health, injuries, whereabouts and family. Only those who work on it may read it; it is stored encrypted."
            },
            "retentionDays": 1095
          },
          {
            "kind": "minor",
            "version": "1",
            "purpose": {
              "zh-CN": "这件事涉及不满 14 岁的孩子。孩子的信息单独保护，只用来保护孩子。",
              "en": "This concerns a child under 14. The child’s information is protected separately and used only to protect the child."
            },
            "retentionDays": 1095
          }
        ],
        "units": [
          {
            "code": "990101000000",
            "level": "county",
            "name": "清溪县",
            "hasChildren": true
          },
          {
            "code": "990101001000",
            "level": "township",
            "name": "柳桥镇",
            "hasChildren": true
          },
          {
            "code": "990101001001",
            "level": "village",
            "name": "荷塘村",
            "hasChildren": false
          }
        ],
        "firstContact": {
          "redHours": 1,
          "otherWorkingDays": 1
        },
        "attachments": {
          "maxCount": 10,
          "maxBytes": 20971520
        },
        "words": {}
      }
    }
  },
  "submitHelpRequest": {
    "requests": {
      "anonymous": {
        "category": "land-rights",
        "narrative": "村里说外嫁女不能分承包地，我想知道该找谁。",
        "asker": {
          "role": "self"
        },
        "identity": {
          "kind": "anonymous"
        },
        "safeContact": {
          "channel": "none",
          "mayLeaveMessage": false,
          "maySayWhoCalls": false
        },
        "division": "990101001000",
        "riskScreen": {
          "answers": [
            {
              "question": "immediate-danger",
              "answer": "no"
            }
          ],
          "grade": "none"
        },
        "concernedPerson": {
          "underFourteen": "no"
        },
        "childrenPresent": "no",
        "consents": [
          {
            "kind": "general",
            "version": "1",
            "givenBy": "requester"
          },
          {
            "kind": "sensitive",
            "version": "1",
            "givenBy": "requester"
          }
        ],
        "receiptSecret": "493817206655018274639102"
      },
      "urgent": {
        "category": "domestic-violence",
        "narrative": "他昨晚又动手了，孩子也在旁边看着。",
        "asker": {
          "role": "self"
        },
        "identity": {
          "kind": "named",
          "name": "示例女士"
        },
        "safeContact": {
          "channel": "phone",
          "value": "000-0000-0001",
          "days": [
            "mon",
            "wed",
            "fri"
          ],
          "from": "09:00",
          "to": "11:30",
          "mayLeaveMessage": false,
          "maySayWhoCalls": false,
          "coverWords": "说是社区体检的回访"
        },
        "division": "990101001001",
        "riskScreen": {
          "answers": [
            {
              "question": "immediate-danger",
              "answer": "yes"
            },
            {
              "question": "choking",
              "answer": "yes"
            },
            {
              "question": "weapon",
              "answer": "unknown"
            }
          ],
          "grade": "red"
        },
        "concernedPerson": {
          "underFourteen": "no"
        },
        "childrenPresent": "yes",
        "needs": {
          "languages": [
            "local-dialect"
          ],
          "access": [
            "read-aloud"
          ],
          "note": "晚上不方便"
        },
        "consents": [
          {
            "kind": "general",
            "version": "1",
            "givenBy": "requester"
          },
          {
            "kind": "sensitive",
            "version": "1",
            "givenBy": "requester"
          }
        ],
        "exclusion": {
          "units": [
            "990101001001"
          ],
          "note": "他的亲戚在村委会工作"
        },
        "receiptSecret": "830174652091837465520193"
      },
      "child": {
        "category": "child-harm",
        "narrative": "学生手臂上有新伤，自述在家被打。",
        "asker": {
          "role": "mandatory-reporter",
          "body": "school",
          "bodyName": "示例小学"
        },
        "identity": {
          "kind": "named",
          "name": "示例老师"
        },
        "safeContact": {
          "channel": "phone",
          "value": "000-0000-0002",
          "mayLeaveMessage": true,
          "maySayWhoCalls": true
        },
        "division": "990101002000",
        "riskScreen": {
          "answers": [
            {
              "question": "immediate-danger",
              "answer": "no"
            },
            {
              "question": "injury",
              "answer": "yes"
            }
          ],
          "grade": "orange"
        },
        "concernedPerson": {
          "underFourteen": "yes"
        },
        "childrenPresent": "yes",
        "consents": [
          {
            "kind": "general",
            "version": "1",
            "givenBy": "requester"
          },
          {
            "kind": "sensitive",
            "version": "1",
            "givenBy": "requester"
          },
          {
            "kind": "minor",
            "version": "1",
            "givenBy": "statutory-duty"
          }
        ],
        "receiptSecret": "118274650293847561029384"
      }
    },
    "answers": {
      "stored": {
        "number": "604817392255",
        "grade": "none",
        "submittedAt": "2026-11-20T03:15:00Z",
        "firstContactBy": "2026-11-23T09:00:00Z",
        "handledBy": {
          "code": "990101000000",
          "level": "county",
          "name": "清溪县",
          "hasChildren": true,
          "phone": "0990-1212338",
          "parents": [
            {
              "code": "990000000000",
              "level": "province",
              "name": "云岭省",
              "hasChildren": true
            },
            {
              "code": "990100000000",
              "level": "city",
              "name": "云溪市",
              "hasChildren": true
            }
          ]
        }
      }
    }
  },
  "readOwnHelpRequest": {
    "requests": {},
    "answers": {
      "waiting": {
        "number": "604817392255",
        "state": "submitted",
        "category": "land-rights",
        "submittedAt": "2026-11-20T03:15:00Z",
        "firstContactBy": "2026-11-23T09:00:00Z",
        "handledBy": {
          "code": "990101000000",
          "level": "county",
          "name": "清溪县",
          "hasChildren": true,
          "phone": "0990-1212338",
          "parents": [
            {
              "code": "990000000000",
              "level": "province",
              "name": "云岭省",
              "hasChildren": true
            },
            {
              "code": "990100000000",
              "level": "city",
              "name": "云溪市",
              "hasChildren": true
            }
          ]
        },
        "attachments": []
      }
    }
  },
  "startAttachment": {
    "requests": {
      "photo": {
        "name": "IMG_0042.jpg",
        "size": 1572864
      }
    },
    "answers": {
      "started": {
        "id": "b3duZWQtYnktdGhlLWRyYQ",
        "status": "uploading",
        "size": 1572864,
        "offset": 0
      }
    }
  },
  "getAttachment": {
    "requests": {},
    "answers": {
      "halfway": {
        "id": "b3duZWQtYnktdGhlLWRyYQ",
        "status": "uploading",
        "size": 1572864,
        "offset": 1048576
      }
    }
  },
  "appendAttachment": {
    "requests": {},
    "answers": {
      "halfway": {
        "id": "b3duZWQtYnktdGhlLWRyYQ",
        "status": "uploading",
        "size": 1572864,
        "offset": 1048576
      },
      "complete": {
        "id": "b3duZWQtYnktdGhlLWRyYQ",
        "status": "stored",
        "size": 1572864,
        "offset": 1572864,
        "mediaType": "image/jpeg",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      }
    }
  },
  "removeAttachment": {
    "requests": {},
    "answers": {}
  },
  "downloadOwnAttachment": {
    "requests": {},
    "answers": {}
  },
  "searchServicePoints": {
    "requests": {},
    "answers": {
      "county": {
        "items": [
          {
            "id": "4fQm1nZcT0aVb7xWq2LdEg",
            "federation": "990101002000",
            "category": "nursing-room",
            "name": "东湖街道便民中心母婴室",
            "confidential": false,
            "position": {
              "lng": 118.412,
              "lat": 27.905
            },
            "sourceCrs": "GCJ-02",
            "address": "东湖街道湖滨路 18 号一楼",
            "hours": "WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off",
            "phone": "0990-1234501",
            "dutyRole": "便民中心前台",
            "facilities": [
              "changing-table",
              "hot-water",
              "basin",
              "seat",
              "socket",
              "lock",
              "step-free"
            ],
            "status": "in-service",
            "rating": {
              "average": 4.6,
              "count": 23
            },
            "checkedOn": "2026-10-12"
          },
          {
            "id": "Zk7wJm2yRrS9dFhC0bTqUA",
            "federation": "990101000000",
            "category": "shelter",
            "name": "清溪县妇女避救中心",
            "confidential": true,
            "area": {
              "lng": 118.39,
              "lat": 27.96,
              "radius": 10000
            },
            "sourceCrs": "GCJ-02",
            "phone": "0990-1212338",
            "facilities": [],
            "status": "in-service"
          },
          {
            "id": "pX3kR8sVQ5eH1uYtJ6oNBw",
            "federation": "990101001000",
            "category": "mediation",
            "name": "柳桥镇家庭纠纷调解室",
            "confidential": false,
            "position": {
              "lng": 118.467,
              "lat": 27.871
            },
            "sourceCrs": "WGS-84",
            "address": "柳桥镇柳桥街 6 号",
            "hours": "Mo-Fr 09:00-17:00",
            "phone": "0990-1234502",
            "dutyRole": "值班调解员",
            "facilities": [
              "step-free"
            ],
            "status": "in-service"
          }
        ]
      }
    }
  },
  "createServicePoint": {
    "requests": {
      "room": {
        "category": "nursing-room",
        "name": "东湖街道便民中心母婴室",
        "position": {
          "lng": 118.40721,
          "lat": 27.90812,
          "crs": "WGS-84"
        },
        "address": "东湖街道湖滨路 18 号一楼",
        "hours": "WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off",
        "phone": "0990-1234501",
        "dutyRole": "便民中心前台",
        "facilities": [
          "changing-table",
          "hot-water",
          "basin",
          "seat",
          "socket",
          "lock",
          "step-free"
        ]
      },
      "shelter": {
        "category": "shelter",
        "name": "清溪县妇女避救中心",
        "confidential": true,
        "position": {
          "lng": 118.3,
          "lat": 27.9,
          "crs": "GCJ-02"
        },
        "phone": "0990-1212338"
      }
    },
    "answers": {
      "room": {
        "id": "4fQm1nZcT0aVb7xWq2LdEg",
        "federation": "990101002000",
        "category": "nursing-room",
        "name": "东湖街道便民中心母婴室",
        "confidential": false,
        "position": {
          "lng": 118.412,
          "lat": 27.905
        },
        "sourceCrs": "GCJ-02",
        "address": "东湖街道湖滨路 18 号一楼",
        "hours": "WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off",
        "phone": "0990-1234501",
        "dutyRole": "便民中心前台",
        "facilities": [
          "changing-table",
          "hot-water",
          "basin",
          "seat",
          "socket",
          "lock",
          "step-free"
        ],
        "status": "in-service",
        "rating": {
          "average": 4.6,
          "count": 23
        },
        "checkedOn": "2026-10-12"
      }
    }
  },
  "getServicePoint": {
    "requests": {},
    "answers": {
      "room": {
        "id": "4fQm1nZcT0aVb7xWq2LdEg",
        "federation": "990101002000",
        "category": "nursing-room",
        "name": "东湖街道便民中心母婴室",
        "confidential": false,
        "position": {
          "lng": 118.412,
          "lat": 27.905
        },
        "sourceCrs": "GCJ-02",
        "address": "东湖街道湖滨路 18 号一楼",
        "hours": "WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off",
        "phone": "0990-1234501",
        "dutyRole": "便民中心前台",
        "facilities": [
          "changing-table",
          "hot-water",
          "basin",
          "seat",
          "socket",
          "lock",
          "step-free"
        ],
        "status": "in-service",
        "rating": {
          "average": 4.6,
          "count": 23
        },
        "checkedOn": "2026-10-12"
      },
      "shelter": {
        "id": "Zk7wJm2yRrS9dFhC0bTqUA",
        "federation": "990101000000",
        "category": "shelter",
        "name": "清溪县妇女避救中心",
        "confidential": true,
        "area": {
          "lng": 118.39,
          "lat": 27.96,
          "radius": 10000
        },
        "sourceCrs": "GCJ-02",
        "phone": "0990-1212338",
        "facilities": [],
        "status": "in-service"
      }
    }
  },
  "changeServicePoint": {
    "requests": {
      "room": {
        "category": "nursing-room",
        "name": "东湖街道便民中心母婴室",
        "position": {
          "lng": 118.40721,
          "lat": 27.90812,
          "crs": "WGS-84"
        },
        "address": "东湖街道湖滨路 18 号一楼",
        "hours": "WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off",
        "phone": "0990-1234501",
        "dutyRole": "便民中心前台",
        "facilities": [
          "changing-table",
          "hot-water",
          "basin",
          "seat",
          "socket",
          "lock",
          "step-free"
        ]
      }
    },
    "answers": {
      "room": {
        "id": "4fQm1nZcT0aVb7xWq2LdEg",
        "federation": "990101002000",
        "category": "nursing-room",
        "name": "东湖街道便民中心母婴室",
        "confidential": false,
        "position": {
          "lng": 118.412,
          "lat": 27.905
        },
        "sourceCrs": "GCJ-02",
        "address": "东湖街道湖滨路 18 号一楼",
        "hours": "WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off",
        "phone": "0990-1234501",
        "dutyRole": "便民中心前台",
        "facilities": [
          "changing-table",
          "hot-water",
          "basin",
          "seat",
          "socket",
          "lock",
          "step-free"
        ],
        "status": "in-service",
        "rating": {
          "average": 4.6,
          "count": 23
        },
        "checkedOn": "2026-10-12"
      }
    }
  },
  "retireServicePoint": {
    "requests": {},
    "answers": {}
  },
  "sendServicePointFeedback": {
    "requests": {
      "locked": {
        "kind": "closed",
        "note": "上午十点门锁着，没有人。"
      },
      "rating": {
        "kind": "rating",
        "stars": 5
      }
    },
    "answers": {
      "received": {
        "status": "received"
      }
    }
  },
  "addServicePointPhoto": {
    "requests": {},
    "answers": {
      "room": {
        "id": "q7Rk2mVw0ZsYc5tHn3LbXg",
        "alt": {
          "zh-CN": "婴儿台、洗手池和一把有扶手的椅子",
          "en": "A changing table, a basin and a chair with arms"
        },
        "width": 1280,
        "height": 960,
        "paths": {
          "small": "/v1/federations/990101002000/service-points/4fQm1nZcT0aVb7xWq2LdEg/photos/q7Rk2mVw0ZsYc5tHn3LbXg?size=small",
          "large": "/v1/federations/990101002000/service-points/4fQm1nZcT0aVb7xWq2LdEg/photos/q7Rk2mVw0ZsYc5tHn3LbXg"
        }
      }
    }
  },
  "getServicePointPhoto": {
    "requests": {},
    "answers": {}
  },
  "changeServicePointPhoto": {
    "requests": {
      "first": {
        "alt": {
          "zh-CN": "婴儿台和洗手池",
          "en": "A changing table and a basin"
        },
        "place": 1
      }
    },
    "answers": {
      "room": {
        "items": [
          {
            "id": "q7Rk2mVw0ZsYc5tHn3LbXg",
            "alt": {
              "zh-CN": "婴儿台、洗手池和一把有扶手的椅子",
              "en": "A changing table, a basin and a chair with arms"
            },
            "width": 1280,
            "height": 960,
            "paths": {
              "small": "/v1/federations/990101002000/service-points/4fQm1nZcT0aVb7xWq2LdEg/photos/q7Rk2mVw0ZsYc5tHn3LbXg?size=small",
              "large": "/v1/federations/990101002000/service-points/4fQm1nZcT0aVb7xWq2LdEg/photos/q7Rk2mVw0ZsYc5tHn3LbXg"
            }
          }
        ]
      }
    }
  },
  "removeServicePointPhoto": {
    "requests": {},
    "answers": {}
  },
  "findNearestServicePoints": {
    "requests": {},
    "answers": {
      "near": {
        "items": [
          {
            "point": {
              "id": "4fQm1nZcT0aVb7xWq2LdEg",
              "federation": "990101002000",
              "category": "nursing-room",
              "name": "东湖街道便民中心母婴室",
              "confidential": false,
              "position": {
                "lng": 118.412,
                "lat": 27.905
              },
              "sourceCrs": "GCJ-02",
              "address": "东湖街道湖滨路 18 号一楼",
              "hours": "WD 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off",
              "phone": "0990-1234501",
              "dutyRole": "便民中心前台",
              "facilities": [
                "changing-table",
                "hot-water",
                "basin",
                "seat",
                "socket",
                "lock",
                "step-free"
              ],
              "status": "in-service",
              "rating": {
                "average": 4.6,
                "count": 23
              },
              "checkedOn": "2026-10-12"
            },
            "distance": 640
          },
          {
            "point": {
              "id": "pX3kR8sVQ5eH1uYtJ6oNBw",
              "federation": "990101001000",
              "category": "mediation",
              "name": "柳桥镇家庭纠纷调解室",
              "confidential": false,
              "position": {
                "lng": 118.467,
                "lat": 27.871
              },
              "sourceCrs": "WGS-84",
              "address": "柳桥镇柳桥街 6 号",
              "hours": "Mo-Fr 09:00-17:00",
              "phone": "0990-1234502",
              "dutyRole": "值班调解员",
              "facilities": [
                "step-free"
              ],
              "status": "in-service"
            },
            "distance": 5210
          }
        ]
      }
    }
  },
  "getServicePointCells": {
    "requests": {},
    "answers": {
      "town": {
        "cells": [
          {
            "x": 27162,
            "y": 13700,
            "count": 12,
            "counts": {
              "nursing-room": 8,
              "mediation": 4
            },
            "lng": 118.411,
            "lat": 27.906
          },
          {
            "x": 27163,
            "y": 13700,
            "count": 1,
            "counts": {
              "womens-home": 1
            },
            "lng": 118.47,
            "lat": 27.9
          }
        ]
      }
    }
  },
  "getServicePointTable": {
    "requests": {},
    "answers": {}
  },
  "listServicePointNames": {
    "requests": {},
    "answers": {
      "first": {
        "from": 0,
        "ids": [
          "4fQm1nZcT0aVb7xWq2LdEg",
          "pX3kR8sVQ5eH1uYtJ6oNBw"
        ],
        "names": [
          "东湖街道便民中心母婴室",
          "柳桥镇家庭纠纷调解室"
        ],
        "initials": [
          "donghujiedaobianminzhongxinmuyingshi",
          "liuqiaozhenjiatingjiufentiaojieshi"
        ]
      }
    }
  },
  "importServicePoints": {
    "requests": {},
    "answers": {
      "taken": {
        "created": 316,
        "changed": 2,
        "unchanged": 14
      }
    }
  },
  "exportServicePoints": {
    "requests": {},
    "answers": {}
  },
  "listServicePointFeedback": {
    "requests": {},
    "answers": {
      "fresh": {
        "items": [
          {
            "id": "bB2nM4kL6jH8gF0dS1aQwe",
            "pointId": "4fQm1nZcT0aVb7xWq2LdEg",
            "kind": "closed",
            "note": "上午十点门锁着，没有人。",
            "state": "new",
            "receivedOn": "2026-11-20"
          }
        ]
      }
    }
  },
  "settleServicePointFeedback": {
    "requests": {
      "accepted": {
        "state": "accepted"
      }
    },
    "answers": {
      "settled": {
        "id": "bB2nM4kL6jH8gF0dS1aQwe",
        "pointId": "4fQm1nZcT0aVb7xWq2LdEg",
        "kind": "closed",
        "note": "上午十点门锁着，没有人。",
        "state": "accepted",
        "receivedOn": "2026-11-20"
      }
    }
  },
  "listCases": {
    "requests": {},
    "answers": {
      "queue": {
        "items": [
          {
            "id": "990101000000-3f2b8c1e-9a47-4d05-8b6e-2c71f0a9d413",
            "number": "730294816650",
            "revision": 4,
            "state": "in-progress",
            "grade": "red",
            "category": "domestic-violence",
            "channel": "web",
            "division": "990101001000",
            "owner": {
              "code": "990101000000",
              "name": "清溪县"
            },
            "assignee": {
              "id": "Zk3q9TtV0bWm5rXy7uLc2A",
              "name": "示例干部"
            },
            "submittedAt": "2026-11-20T03:15:00Z",
            "changedAt": "2026-11-20T03:40:00Z",
            "nextLimit": "resolution",
            "nextDue": "2026-12-04T09:00:00Z",
            "overdue": 0,
            "unread": true
          },
          {
            "id": "990101000000-7d1e5a90-61c2-4f3b-9e08-b54a7c2f6d10",
            "number": "604817392255",
            "revision": 1,
            "state": "submitted",
            "grade": "none",
            "category": "land-rights",
            "channel": "visit",
            "owner": {
              "code": "990101000000",
              "name": "清溪县"
            },
            "submittedAt": "2026-11-18T03:15:00Z",
            "changedAt": "2026-11-18T03:15:00Z",
            "nextLimit": "acceptance",
            "nextDue": "2026-11-19T09:00:00Z",
            "overdue": 1,
            "unread": false
          }
        ],
        "total": 2
      }
    }
  },
  "registerCase": {
    "requests": {
      "visit": {
        "channel": "visit",
        "submission": {
          "category": "land-rights",
          "narrative": "来访人说村里分地没有她的份。",
          "asker": {
            "role": "self"
          },
          "identity": {
            "kind": "named",
            "name": "示例女士"
          },
          "safeContact": {
            "channel": "phone",
            "value": "000-0000-0003",
            "mayLeaveMessage": true,
            "maySayWhoCalls": true
          },
          "riskScreen": {
            "answers": [
              {
                "question": "immediate-danger",
                "answer": "no"
              }
            ]
          },
          "concernedPerson": {
            "underFourteen": "no"
          },
          "childrenPresent": "no",
          "consents": [
            {
              "kind": "general",
              "version": "1",
              "givenBy": "requester"
            },
            {
              "kind": "sensitive",
              "version": "1",
              "givenBy": "requester"
            }
          ],
          "receiptSecret": "204918375620193847562018"
        }
      }
    },
    "answers": {
      "registered": {
        "id": "990101000000-7d1e5a90-61c2-4f3b-9e08-b54a7c2f6d10",
        "receipt": {
          "number": "604817392255",
          "grade": "none",
          "submittedAt": "2026-11-20T03:15:00Z",
          "firstContactBy": "2026-11-23T09:00:00Z",
          "handledBy": {
            "code": "990101000000",
            "level": "county",
            "name": "清溪县",
            "hasChildren": true,
            "parents": [
              {
                "code": "990000000000",
                "level": "province",
                "name": "云岭省",
                "hasChildren": true
              },
              {
                "code": "990100000000",
                "level": "city",
                "name": "云溪市",
                "hasChildren": true
              }
            ]
          }
        }
      }
    }
  },
  "countCases": {
    "requests": {},
    "answers": {
      "counts": {
        "all": 42,
        "mine": 7,
        "unassigned": 5,
        "incoming": 1,
        "overdue": 2,
        "unread": 3,
        "red": 1
      }
    }
  },
  "getCaseRules": {
    "requests": {},
    "answers": {
      "standard": {
        "limits": [
          {
            "grades": [
              "red"
            ],
            "firstContact": {
              "hours": 1
            },
            "acceptance": {
              "hours": 1
            },
            "resolution": {
              "workingDays": 15
            },
            "extension": {
              "workingDays": 15
            }
          },
          {
            "categories": [
              "legal-advice",
              "psychological-support"
            ],
            "firstContact": {
              "workingDays": 1
            },
            "acceptance": {
              "workingDays": 1
            },
            "resolution": {
              "workingDays": 3
            },
            "extension": {
              "workingDays": 3
            }
          },
          {
            "firstContact": {
              "workingDays": 1
            },
            "acceptance": {
              "workingDays": 1
            },
            "resolution": {
              "workingDays": 15
            },
            "extension": {
              "workingDays": 15
            }
          }
        ],
        "escalation": {
          "workingDays": [
            1,
            3
          ],
          "redHours": [
            1,
            3
          ]
        },
        "followUpDays": 30,
        "keyFamilyMonths": 3,
        "reopenDays": 30,
        "eraseAfterDays": 30,
        "idleMinutes": 5,
        "partners": [
          {
            "code": "county-police",
            "kind": "police",
            "name": {
              "zh-CN": "县公安局",
              "en": "County police"
            },
            "phone": "0990-1100110"
          }
        ],
        "gradeNames": {
          "none": {
            "zh-CN": "一般",
            "en": "Ordinary"
          },
          "pink": {
            "zh-CN": "粉色",
            "en": "Pink"
          },
          "orange": {
            "zh-CN": "橙色",
            "en": "Orange"
          },
          "red": {
            "zh-CN": "红色",
            "en": "Red"
          }
        }
      }
    }
  },
  "listCaseWorkers": {
    "requests": {},
    "answers": {
      "workers": {
        "items": [
          {
            "id": "Zk3q9TtV0bWm5rXy7uLc2A",
            "account": "worker.qingxi",
            "name": "示例干部",
            "role": "worker",
            "federation": {
              "code": "990101000000",
              "name": "清溪县"
            },
            "secondFactor": true,
            "disabled": false
          }
        ]
      }
    }
  },
  "watchCases": {
    "requests": {},
    "answers": {}
  },
  "getCase": {
    "requests": {},
    "answers": {
      "working": {
        "summary": {
          "id": "990101000000-3f2b8c1e-9a47-4d05-8b6e-2c71f0a9d413",
          "number": "730294816650",
          "revision": 4,
          "state": "in-progress",
          "grade": "red",
          "category": "domestic-violence",
          "channel": "web",
          "division": "990101001000",
          "owner": {
            "code": "990101000000",
            "name": "清溪县"
          },
          "assignee": {
            "id": "Zk3q9TtV0bWm5rXy7uLc2A",
            "name": "示例干部"
          },
          "submittedAt": "2026-11-20T03:15:00Z",
          "changedAt": "2026-11-20T03:40:00Z",
          "nextLimit": "resolution",
          "nextDue": "2026-12-04T09:00:00Z",
          "overdue": 0,
          "unread": true
        },
        "narrative": "他昨晚又动手了，孩子也在旁边看着。",
        "asker": {
          "role": "self"
        },
        "identity": {
          "kind": "named",
          "name": "示例女士"
        },
        "safeContact": {
          "channel": "phone",
          "value": "000-0000-0001",
          "days": [
            "mon",
            "wed",
            "fri"
          ],
          "from": "09:00",
          "to": "11:30",
          "mayLeaveMessage": false,
          "maySayWhoCalls": false,
          "coverWords": "说是社区体检的回访"
        },
        "risk": [
          {
            "question": "immediate-danger",
            "answer": "yes"
          }
        ],
        "concernedPerson": {
          "underFourteen": "no"
        },
        "childrenPresent": "yes",
        "consents": [
          {
            "kind": "general",
            "version": "1",
            "givenBy": "requester"
          }
        ],
        "attachments": [],
        "limits": [
          {
            "kind": "first-contact",
            "due": "2026-11-20T04:15:00Z",
            "metAt": "2026-11-20T03:40:00Z",
            "overdue": 0
          },
          {
            "kind": "resolution",
            "due": "2026-12-04T09:00:00Z",
            "overdue": 0
          }
        ],
        "extended": false,
        "helpers": [
          {
            "role": "mediator",
            "name": "示例调解员"
          }
        ],
        "plan": {
          "aim": "孩子和她住得安全",
          "items": [
            {
              "what": "申请人身安全保护令",
              "who": "县妇联",
              "by": "2026-11-24"
            }
          ]
        },
        "transfers": [],
        "joint": [],
        "followUps": [],
        "keyFamily": false,
        "repeats": [],
        "may": [
          "release",
          "regrade",
          "contact",
          "message",
          "note",
          "measure",
          "plan",
          "extend",
          "offer-transfer",
          "resolve"
        ],
        "callAllowed": true,
        "callAllowedUntil": "2026-11-20T03:30:00Z"
      }
    }
  },
  "takeCaseStep": {
    "requests": {
      "accept": {
        "kind": "accept"
      },
      "measure": {
        "kind": "measure",
        "measure": "admonition-letter",
        "on": "2026-11-20",
        "words": "派出所当天送达。"
      },
      "transfer": {
        "kind": "offer-transfer",
        "to": {
          "federation": "990101001000"
        },
        "named": true,
        "words": "请就近上门。"
      }
    },
    "answers": {
      "working": {
        "summary": {
          "id": "990101000000-3f2b8c1e-9a47-4d05-8b6e-2c71f0a9d413",
          "number": "730294816650",
          "revision": 4,
          "state": "in-progress",
          "grade": "red",
          "category": "domestic-violence",
          "channel": "web",
          "division": "990101001000",
          "owner": {
            "code": "990101000000",
            "name": "清溪县"
          },
          "assignee": {
            "id": "Zk3q9TtV0bWm5rXy7uLc2A",
            "name": "示例干部"
          },
          "submittedAt": "2026-11-20T03:15:00Z",
          "changedAt": "2026-11-20T03:40:00Z",
          "nextLimit": "resolution",
          "nextDue": "2026-12-04T09:00:00Z",
          "overdue": 0,
          "unread": true
        },
        "narrative": "他昨晚又动手了，孩子也在旁边看着。",
        "asker": {
          "role": "self"
        },
        "identity": {
          "kind": "named",
          "name": "示例女士"
        },
        "safeContact": {
          "channel": "phone",
          "value": "000-0000-0001",
          "days": [
            "mon",
            "wed",
            "fri"
          ],
          "from": "09:00",
          "to": "11:30",
          "mayLeaveMessage": false,
          "maySayWhoCalls": false,
          "coverWords": "说是社区体检的回访"
        },
        "risk": [
          {
            "question": "immediate-danger",
            "answer": "yes"
          }
        ],
        "concernedPerson": {
          "underFourteen": "no"
        },
        "childrenPresent": "yes",
        "consents": [
          {
            "kind": "general",
            "version": "1",
            "givenBy": "requester"
          }
        ],
        "attachments": [],
        "limits": [
          {
            "kind": "first-contact",
            "due": "2026-11-20T04:15:00Z",
            "metAt": "2026-11-20T03:40:00Z",
            "overdue": 0
          },
          {
            "kind": "resolution",
            "due": "2026-12-04T09:00:00Z",
            "overdue": 0
          }
        ],
        "extended": false,
        "helpers": [
          {
            "role": "mediator",
            "name": "示例调解员"
          }
        ],
        "plan": {
          "aim": "孩子和她住得安全",
          "items": [
            {
              "what": "申请人身安全保护令",
              "who": "县妇联",
              "by": "2026-11-24"
            }
          ]
        },
        "transfers": [],
        "joint": [],
        "followUps": [],
        "keyFamily": false,
        "repeats": [],
        "may": [
          "release",
          "regrade",
          "contact",
          "message",
          "note",
          "measure",
          "plan",
          "extend",
          "offer-transfer",
          "resolve"
        ],
        "callAllowed": true,
        "callAllowedUntil": "2026-11-20T03:30:00Z"
      }
    }
  },
  "listCaseEvents": {
    "requests": {},
    "answers": {
      "history": {
        "items": [
          {
            "seq": 2,
            "at": "2026-11-20T03:20:00Z",
            "kind": "accept",
            "by": {
              "kind": "staff",
              "name": "示例干部",
              "unit": {
                "code": "990101000000",
                "name": "清溪县"
              }
            },
            "internal": false
          },
          {
            "seq": 1,
            "at": "2026-11-20T03:15:00Z",
            "kind": "submitted",
            "by": {
              "kind": "requester"
            },
            "internal": false
          }
        ]
      }
    }
  },
  "downloadCaseAttachment": {
    "requests": {},
    "answers": {}
  },
  "openOwnCase": {
    "requests": {},
    "answers": {
      "opened": {
        "token": "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "expiresAt": "2026-11-20T04:00:00Z"
      }
    }
  },
  "readOwnCase": {
    "requests": {},
    "answers": {
      "working": {
        "number": "730294816650",
        "state": "in-progress",
        "category": "domestic-violence",
        "categoryName": {
          "zh-CN": "家庭暴力",
          "en": "Domestic violence"
        },
        "grade": "red",
        "submittedAt": "2026-11-20T03:15:00Z",
        "home": "990101000000",
        "handledBy": {
          "code": "990101000000",
          "level": "county",
          "name": "清溪县",
          "hasChildren": true,
          "phone": "0990-1212338",
          "parents": [
            {
              "code": "990000000000",
              "level": "province",
              "name": "云岭省",
              "hasChildren": true
            },
            {
              "code": "990100000000",
              "level": "city",
              "name": "云溪市",
              "hasChildren": true
            }
          ]
        },
        "idleMinutes": 5,
        "next": {
          "kind": "work",
          "due": "2026-12-04T09:00:00Z"
        },
        "timeline": [
          {
            "at": "2026-11-20T03:15:00Z",
            "kind": "submitted",
            "byYou": true
          },
          {
            "at": "2026-11-20T03:20:00Z",
            "kind": "accepted",
            "byYou": false
          },
          {
            "at": "2026-11-20T03:40:00Z",
            "kind": "message",
            "byYou": false,
            "words": "我们已联系社区民警，今天下午上门。"
          }
        ],
        "attachments": [],
        "may": [
          "message",
          "withdraw"
        ]
      }
    }
  },
  "eraseOwnCase": {
    "requests": {},
    "answers": {}
  },
  "sendOwnMessage": {
    "requests": {
      "words": {
        "words": "他今天回来过，我带孩子去了娘家。"
      }
    },
    "answers": {
      "working": {
        "number": "730294816650",
        "state": "in-progress",
        "category": "domestic-violence",
        "categoryName": {
          "zh-CN": "家庭暴力",
          "en": "Domestic violence"
        },
        "grade": "red",
        "submittedAt": "2026-11-20T03:15:00Z",
        "home": "990101000000",
        "handledBy": {
          "code": "990101000000",
          "level": "county",
          "name": "清溪县",
          "hasChildren": true,
          "phone": "0990-1212338",
          "parents": [
            {
              "code": "990000000000",
              "level": "province",
              "name": "云岭省",
              "hasChildren": true
            },
            {
              "code": "990100000000",
              "level": "city",
              "name": "云溪市",
              "hasChildren": true
            }
          ]
        },
        "idleMinutes": 5,
        "next": {
          "kind": "work",
          "due": "2026-12-04T09:00:00Z"
        },
        "timeline": [
          {
            "at": "2026-11-20T03:15:00Z",
            "kind": "submitted",
            "byYou": true
          },
          {
            "at": "2026-11-20T03:20:00Z",
            "kind": "accepted",
            "byYou": false
          },
          {
            "at": "2026-11-20T03:40:00Z",
            "kind": "message",
            "byYou": false,
            "words": "我们已联系社区民警，今天下午上门。"
          }
        ],
        "attachments": [],
        "may": [
          "message",
          "withdraw"
        ]
      }
    }
  },
  "rateOwnCase": {
    "requests": {
      "dissatisfied": {
        "satisfied": false,
        "words": "还没有解决。"
      }
    },
    "answers": {
      "working": {
        "number": "730294816650",
        "state": "in-progress",
        "category": "domestic-violence",
        "categoryName": {
          "zh-CN": "家庭暴力",
          "en": "Domestic violence"
        },
        "grade": "red",
        "submittedAt": "2026-11-20T03:15:00Z",
        "home": "990101000000",
        "handledBy": {
          "code": "990101000000",
          "level": "county",
          "name": "清溪县",
          "hasChildren": true,
          "phone": "0990-1212338",
          "parents": [
            {
              "code": "990000000000",
              "level": "province",
              "name": "云岭省",
              "hasChildren": true
            },
            {
              "code": "990100000000",
              "level": "city",
              "name": "云溪市",
              "hasChildren": true
            }
          ]
        },
        "idleMinutes": 5,
        "next": {
          "kind": "work",
          "due": "2026-12-04T09:00:00Z"
        },
        "timeline": [
          {
            "at": "2026-11-20T03:15:00Z",
            "kind": "submitted",
            "byYou": true
          },
          {
            "at": "2026-11-20T03:20:00Z",
            "kind": "accepted",
            "byYou": false
          },
          {
            "at": "2026-11-20T03:40:00Z",
            "kind": "message",
            "byYou": false,
            "words": "我们已联系社区民警，今天下午上门。"
          }
        ],
        "attachments": [],
        "may": [
          "message",
          "withdraw"
        ]
      }
    }
  },
  "withdrawOwnCase": {
    "requests": {
      "plain": {}
    },
    "answers": {
      "working": {
        "number": "730294816650",
        "state": "in-progress",
        "category": "domestic-violence",
        "categoryName": {
          "zh-CN": "家庭暴力",
          "en": "Domestic violence"
        },
        "grade": "red",
        "submittedAt": "2026-11-20T03:15:00Z",
        "home": "990101000000",
        "handledBy": {
          "code": "990101000000",
          "level": "county",
          "name": "清溪县",
          "hasChildren": true,
          "phone": "0990-1212338",
          "parents": [
            {
              "code": "990000000000",
              "level": "province",
              "name": "云岭省",
              "hasChildren": true
            },
            {
              "code": "990100000000",
              "level": "city",
              "name": "云溪市",
              "hasChildren": true
            }
          ]
        },
        "idleMinutes": 5,
        "next": {
          "kind": "work",
          "due": "2026-12-04T09:00:00Z"
        },
        "timeline": [
          {
            "at": "2026-11-20T03:15:00Z",
            "kind": "submitted",
            "byYou": true
          },
          {
            "at": "2026-11-20T03:20:00Z",
            "kind": "accepted",
            "byYou": false
          },
          {
            "at": "2026-11-20T03:40:00Z",
            "kind": "message",
            "byYou": false,
            "words": "我们已联系社区民警，今天下午上门。"
          }
        ],
        "attachments": [],
        "may": [
          "message",
          "withdraw"
        ]
      }
    }
  },
  "answerOwnConsent": {
    "requests": {
      "given": {
        "given": true
      }
    },
    "answers": {
      "working": {
        "number": "730294816650",
        "state": "in-progress",
        "category": "domestic-violence",
        "categoryName": {
          "zh-CN": "家庭暴力",
          "en": "Domestic violence"
        },
        "grade": "red",
        "submittedAt": "2026-11-20T03:15:00Z",
        "home": "990101000000",
        "handledBy": {
          "code": "990101000000",
          "level": "county",
          "name": "清溪县",
          "hasChildren": true,
          "phone": "0990-1212338",
          "parents": [
            {
              "code": "990000000000",
              "level": "province",
              "name": "云岭省",
              "hasChildren": true
            },
            {
              "code": "990100000000",
              "level": "city",
              "name": "云溪市",
              "hasChildren": true
            }
          ]
        },
        "idleMinutes": 5,
        "next": {
          "kind": "work",
          "due": "2026-12-04T09:00:00Z"
        },
        "timeline": [
          {
            "at": "2026-11-20T03:15:00Z",
            "kind": "submitted",
            "byYou": true
          },
          {
            "at": "2026-11-20T03:20:00Z",
            "kind": "accepted",
            "byYou": false
          },
          {
            "at": "2026-11-20T03:40:00Z",
            "kind": "message",
            "byYou": false,
            "words": "我们已联系社区民警，今天下午上门。"
          }
        ],
        "attachments": [],
        "may": [
          "message",
          "withdraw"
        ]
      }
    }
  },
  "downloadOwnCaseAttachment": {
    "requests": {},
    "answers": {}
  },
  "exportOwnCase": {
    "requests": {},
    "answers": {
      "all": {
        "exportedAt": "2026-11-20T03:30:00Z",
        "case": {
          "number": "730294816650",
          "state": "in-progress",
          "category": "domestic-violence",
          "categoryName": {
            "zh-CN": "家庭暴力",
            "en": "Domestic violence"
          },
          "grade": "red",
          "submittedAt": "2026-11-20T03:15:00Z",
          "home": "990101000000",
          "handledBy": {
            "code": "990101000000",
            "level": "county",
            "name": "清溪县",
            "hasChildren": true,
            "phone": "0990-1212338",
            "parents": [
              {
                "code": "990000000000",
                "level": "province",
                "name": "云岭省",
                "hasChildren": true
              },
              {
                "code": "990100000000",
                "level": "city",
                "name": "云溪市",
                "hasChildren": true
              }
            ]
          },
          "idleMinutes": 5,
          "next": {
            "kind": "work",
            "due": "2026-12-04T09:00:00Z"
          },
          "timeline": [
            {
              "at": "2026-11-20T03:15:00Z",
              "kind": "submitted",
              "byYou": true
            },
            {
              "at": "2026-11-20T03:20:00Z",
              "kind": "accepted",
              "byYou": false
            },
            {
              "at": "2026-11-20T03:40:00Z",
              "kind": "message",
              "byYou": false,
              "words": "我们已联系社区民警，今天下午上门。"
            }
          ],
          "attachments": [],
          "may": [
            "message",
            "withdraw"
          ]
        },
        "request": {
          "narrative": "他昨晚又动手了，孩子也在旁边看着。",
          "asker": {
            "role": "self"
          },
          "identity": {
            "kind": "named",
            "name": "示例女士"
          },
          "safeContact": {
            "channel": "none",
            "mayLeaveMessage": false,
            "maySayWhoCalls": false
          },
          "risk": [
            {
              "question": "immediate-danger",
              "answer": "yes"
            }
          ],
          "concernedPerson": {
            "underFourteen": "no"
          },
          "childrenPresent": "yes",
          "consents": [
            {
              "kind": "general",
              "version": "1",
              "givenBy": "requester"
            }
          ]
        }
      }
    }
  },
  "watchOwnCase": {
    "requests": {},
    "answers": {}
  },
  "signInStaff": {
    "requests": {
      "worker": {
        "account": "worker.qingxi",
        "password": "example-password-1",
        "code": "120456"
      }
    },
    "answers": {
      "opened": {
        "token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "expiresAt": "2026-11-20T15:15:00Z",
        "member": {
          "id": "Zk3q9TtV0bWm5rXy7uLc2A",
          "account": "worker.qingxi",
          "name": "示例干部",
          "role": "worker",
          "federation": {
            "code": "990101000000",
            "name": "清溪县"
          },
          "secondFactor": true,
          "disabled": false
        },
        "secondFactorMissing": false
      }
    }
  },
  "getStaffSession": {
    "requests": {},
    "answers": {
      "worker": {
        "id": "Zk3q9TtV0bWm5rXy7uLc2A",
        "account": "worker.qingxi",
        "name": "示例干部",
        "role": "worker",
        "federation": {
          "code": "990101000000",
          "name": "清溪县"
        },
        "secondFactor": true,
        "disabled": false
      }
    }
  },
  "signOutStaff": {
    "requests": {},
    "answers": {}
  },
  "changeOwnPassword": {
    "requests": {
      "new": {
        "current": "example-password-1",
        "next": "example-password-2"
      }
    },
    "answers": {}
  },
  "confirmSecondFactor": {
    "requests": {
      "first": {
        "code": "120456"
      }
    },
    "answers": {}
  },
  "startSecondFactor": {
    "requests": {},
    "answers": {
      "secret": {
        "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
        "uri": "otpauth://totp/Fulian:worker.qingxi?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Fulian"
      }
    }
  },
  "startOidcSignIn": {
    "requests": {
      "desk": {
        "returnTo": "https://county.example/desk.html"
      }
    },
    "answers": {
      "started": {
        "authorizationUrl": "https://login.county.example/authorize?client_id=fulian",
        "flow": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      }
    }
  },
  "finishOidcSignIn": {
    "requests": {
      "back": {
        "flow": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "returned": "https://county.example/desk.html?code=example&state=example"
      }
    },
    "answers": {
      "opened": {
        "token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "expiresAt": "2026-11-20T15:15:00Z",
        "member": {
          "id": "Zk3q9TtV0bWm5rXy7uLc2A",
          "account": "worker.qingxi",
          "name": "示例干部",
          "role": "worker",
          "federation": {
            "code": "990101000000",
            "name": "清溪县"
          },
          "secondFactor": true,
          "disabled": false
        },
        "secondFactorMissing": false
      }
    }
  },
  "listStaffAccounts": {
    "requests": {},
    "answers": {
      "workers": {
        "items": [
          {
            "id": "Zk3q9TtV0bWm5rXy7uLc2A",
            "account": "worker.qingxi",
            "name": "示例干部",
            "role": "worker",
            "federation": {
              "code": "990101000000",
              "name": "清溪县"
            },
            "secondFactor": true,
            "disabled": false
          }
        ]
      }
    }
  },
  "createStaffAccount": {
    "requests": {
      "worker": {
        "account": "worker.liuqiao",
        "name": "示例干部二",
        "role": "worker",
        "federation": "990101001000",
        "password": "example-password-3"
      }
    },
    "answers": {
      "worker": {
        "id": "Zk3q9TtV0bWm5rXy7uLc2A",
        "account": "worker.qingxi",
        "name": "示例干部",
        "role": "worker",
        "federation": {
          "code": "990101000000",
          "name": "清溪县"
        },
        "secondFactor": true,
        "disabled": false
      }
    }
  },
  "getStaffAccount": {
    "requests": {},
    "answers": {
      "worker": {
        "id": "Zk3q9TtV0bWm5rXy7uLc2A",
        "account": "worker.qingxi",
        "name": "示例干部",
        "role": "worker",
        "federation": {
          "code": "990101000000",
          "name": "清溪县"
        },
        "secondFactor": true,
        "disabled": false
      }
    }
  },
  "changeStaffAccount": {
    "requests": {
      "disabled": {
        "disabled": true
      }
    },
    "answers": {
      "worker": {
        "id": "Zk3q9TtV0bWm5rXy7uLc2A",
        "account": "worker.qingxi",
        "name": "示例干部",
        "role": "worker",
        "federation": {
          "code": "990101000000",
          "name": "清溪县"
        },
        "secondFactor": true,
        "disabled": false
      }
    }
  },
  "listAuditEntries": {
    "requests": {},
    "answers": {
      "log": {
        "items": [
          {
            "seq": 2,
            "at": "2026-11-20T03:20:00Z",
            "actor": {
              "kind": "staff",
              "name": "示例干部",
              "unit": {
                "code": "990101000000",
                "name": "清溪县"
              }
            },
            "operation": "takeCaseStep",
            "step": "accept",
            "case": "990101000000-3f2b8c1e-9a47-4d05-8b6e-2c71f0a9d413",
            "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
          },
          {
            "seq": 1,
            "at": "2026-11-20T03:19:00Z",
            "actor": {
              "kind": "staff",
              "name": "示例干部",
              "unit": {
                "code": "990101000000",
                "name": "清溪县"
              }
            },
            "operation": "getCase",
            "case": "990101000000-3f2b8c1e-9a47-4d05-8b6e-2c71f0a9d413",
            "hash": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"
          }
        ]
      }
    }
  },
  "getCaseReport": {
    "requests": {},
    "answers": {
      "month": {
        "federation": {
          "code": "990101000000",
          "name": "清溪县"
        },
        "period": "2026-10",
        "from": "2026-10-01",
        "to": "2026-10-31",
        "total": 61,
        "byCategory": [
          {
            "code": "domestic-violence",
            "count": 14
          },
          {
            "code": "land-rights",
            "count": 3
          }
        ],
        "byChannel": [
          {
            "code": "web",
            "count": 40
          },
          {
            "code": "visit",
            "count": 21
          }
        ],
        "byGrade": [
          {
            "code": "red",
            "count": 4
          },
          {
            "code": "orange",
            "count": 10
          },
          {
            "code": "pink",
            "count": 12
          },
          {
            "code": "none",
            "count": 35
          }
        ],
        "byTownship": [
          {
            "code": "990101001000",
            "name": "柳桥镇",
            "count": 33
          }
        ],
        "byMonth": [
          {
            "code": "2026-10",
            "count": 61
          }
        ],
        "byMeasure": [
          {
            "code": "mediation",
            "count": 28
          }
        ],
        "closing": {
          "count": 50,
          "of": 61
        },
        "onTime": {
          "count": 47,
          "of": 50
        },
        "followUp": {
          "count": 48,
          "of": 50
        },
        "repeats": {
          "count": 5,
          "of": 61
        },
        "suppressed": false
      }
    }
  },
  "exportCaseReport": {
    "requests": {},
    "answers": {}
  },
  "getPublicCaseReport": {
    "requests": {},
    "answers": {
      "quarter": {
        "federation": {
          "code": "990101000000",
          "name": "清溪县"
        },
        "period": "2026-Q3",
        "from": "2026-07-01",
        "to": "2026-09-30",
        "total": 180,
        "byCategory": [
          {
            "code": "domestic-violence",
            "count": 44
          },
          {
            "code": "land-rights"
          },
          {
            "code": "work-rights"
          }
        ],
        "byChannel": [
          {
            "code": "web",
            "count": 120
          },
          {
            "code": "visit",
            "count": 60
          }
        ],
        "byGrade": [
          {
            "code": "red",
            "count": 12
          },
          {
            "code": "orange",
            "count": 30
          },
          {
            "code": "pink",
            "count": 38
          },
          {
            "code": "none",
            "count": 100
          }
        ],
        "byTownship": [
          {
            "code": "990101001000",
            "name": "柳桥镇",
            "count": 98
          }
        ],
        "byMonth": [
          {
            "code": "2026-07",
            "count": 60
          },
          {
            "code": "2026-08",
            "count": 59
          },
          {
            "code": "2026-09",
            "count": 61
          }
        ],
        "byMeasure": [
          {
            "code": "mediation",
            "count": 80
          }
        ],
        "closing": {
          "count": 170,
          "of": 180
        },
        "onTime": {
          "count": 165,
          "of": 170
        },
        "followUp": {
          "count": 169,
          "of": 170
        },
        "repeats": {
          "count": 11,
          "of": 180
        },
        "suppressed": true
      }
    }
  },
  "listCouncils": {
    "requests": {},
    "answers": {
      "page": {
        "items": [
          {
            "id": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "federation": {
              "code": "990101001001",
              "level": "village",
              "name": "荷塘村",
              "hasChildren": false
            },
            "name": "荷塘村妇女议事会",
            "words": "每月第一个星期六上午在妇女之家开会。",
            "state": "active",
            "members": 12,
            "counts": {
              "resolutions": 5,
              "due": 4,
              "accepted": 3,
              "late": 1
            }
          }
        ]
      }
    }
  },
  "getExecutionReport": {
    "requests": {},
    "answers": {
      "report": {
        "federation": {
          "code": "990101001000",
          "level": "township",
          "name": "柳桥镇",
          "hasChildren": true
        },
        "councils": 2,
        "counts": {
          "resolutions": 9,
          "due": 8,
          "accepted": 6,
          "late": 1
        },
        "children": [
          {
            "federation": {
              "code": "990101001001",
              "level": "village",
              "name": "荷塘村",
              "hasChildren": false
            },
            "councils": 1,
            "counts": {
              "resolutions": 5,
              "due": 4,
              "accepted": 3,
              "late": 1
            }
          }
        ]
      }
    }
  },
  "openMemberSession": {
    "requests": {
      "card": {
        "code": "4821907355164820"
      },
      "voucher": {
        "voucher": "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJodHRwczovL3BvcnRhbC5leGFtcGxlIn0.c2lnbmF0dXJl",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24"
      }
    },
    "answers": {
      "session": {
        "token": "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
        "expiresAt": "2026-12-20T03:15:00Z",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "member": {
          "id": "Zk3q9TtV0bWm5rXy7uLc2A",
          "name": "示例甲",
          "role": "chair"
        }
      }
    }
  },
  "getOwnMembership": {
    "requests": {},
    "answers": {
      "own": {
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "member": {
          "id": "Zk3q9TtV0bWm5rXy7uLc2A",
          "name": "示例甲",
          "role": "chair"
        },
        "expiresAt": "2026-12-20T03:15:00Z"
      }
    }
  },
  "closeMemberSession": {
    "requests": {},
    "answers": {}
  },
  "getCouncil": {
    "requests": {},
    "answers": {
      "council": {
        "id": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "federation": {
          "code": "990101001001",
          "level": "village",
          "name": "荷塘村",
          "hasChildren": false
        },
        "name": "荷塘村妇女议事会",
        "words": "每月第一个星期六上午在妇女之家开会。",
        "state": "active",
        "members": 12,
        "counts": {
          "resolutions": 5,
          "due": 4,
          "accepted": 3,
          "late": 1
        }
      }
    }
  },
  "listRoll": {
    "requests": {},
    "answers": {
      "roll": {
        "items": [
          {
            "id": "Zk3q9TtV0bWm5rXy7uLc2A",
            "name": "示例甲",
            "role": "chair"
          },
          {
            "id": "Ab3q9TtV0bWm5rXy7uLc2B",
            "name": "示例乙",
            "role": "secretary"
          },
          {
            "id": "Cd3q9TtV0bWm5rXy7uLc2C",
            "name": "示例丙",
            "role": "member"
          }
        ]
      }
    }
  },
  "listTopics": {
    "requests": {},
    "answers": {
      "page": {
        "items": [
          {
            "id": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
            "title": "村口的路灯坏了",
            "words": "晚上从村口走回三组很黑，老人和孩子不敢走。",
            "state": "collected",
            "at": "2026-11-02T02:00:00Z",
            "by": "一位村民",
            "fromMember": false,
            "seconds": 3,
            "comments": 2
          }
        ]
      }
    }
  },
  "suggestTopic": {
    "requests": {
      "suggestion": {
        "title": "村口的路灯坏了",
        "words": "晚上从村口走回三组很黑，老人和孩子不敢走。",
        "name": "一位村民"
      }
    },
    "answers": {
      "received": {
        "id": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
        "state": "suggested"
      }
    }
  },
  "listOwnTopics": {
    "requests": {},
    "answers": {
      "memberPage": {
        "items": [
          {
            "id": "4d6f8a91-2c3e-4b5d-9e7f-0a1b2c3d4e5f",
            "title": "办一个暑假托管班",
            "words": "暑假里孩子没人看，想在妇女之家办一个托管班。",
            "state": "collected",
            "at": "2026-11-03T02:00:00Z",
            "by": "示例甲",
            "fromMember": true,
            "byYou": true,
            "seconds": 0,
            "secondedByYou": false,
            "comments": 0
          },
          {
            "id": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
            "title": "村口的路灯坏了",
            "words": "晚上从村口走回三组很黑，老人和孩子不敢走。",
            "state": "collected",
            "at": "2026-11-02T02:00:00Z",
            "by": "一位村民",
            "fromMember": false,
            "byYou": false,
            "seconds": 4,
            "secondedByYou": true,
            "comments": 2
          }
        ]
      }
    }
  },
  "proposeTopic": {
    "requests": {
      "proposal": {
        "title": "办一个暑假托管班",
        "words": "暑假里孩子没人看，想在妇女之家办一个托管班。"
      }
    },
    "answers": {
      "own": {
        "id": "4d6f8a91-2c3e-4b5d-9e7f-0a1b2c3d4e5f",
        "title": "办一个暑假托管班",
        "words": "暑假里孩子没人看，想在妇女之家办一个托管班。",
        "state": "collected",
        "at": "2026-11-03T02:00:00Z",
        "by": "示例甲",
        "fromMember": true,
        "byYou": true,
        "seconds": 0,
        "secondedByYou": false,
        "comments": 0
      }
    }
  },
  "secondTopic": {
    "requests": {},
    "answers": {
      "seconded": {
        "id": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
        "title": "村口的路灯坏了",
        "words": "晚上从村口走回三组很黑，老人和孩子不敢走。",
        "state": "collected",
        "at": "2026-11-02T02:00:00Z",
        "by": "一位村民",
        "fromMember": false,
        "byYou": false,
        "seconds": 4,
        "secondedByYou": true,
        "comments": 2
      }
    }
  },
  "unsecondTopic": {
    "requests": {},
    "answers": {
      "collected": {
        "id": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
        "title": "村口的路灯坏了",
        "words": "晚上从村口走回三组很黑，老人和孩子不敢走。",
        "state": "collected",
        "at": "2026-11-02T02:00:00Z",
        "by": "一位村民",
        "fromMember": false,
        "seconds": 3,
        "comments": 2
      }
    }
  },
  "listComments": {
    "requests": {},
    "answers": {
      "comments": {
        "items": [
          {
            "id": "7f9b1c23-4e5a-4d6f-9a01-2b3c4d5e6f70",
            "at": "2026-11-03T03:00:00Z",
            "by": "示例乙",
            "byYou": false,
            "words": "三组最急。",
            "state": "shown"
          },
          {
            "id": "8a0c2d34-5f6b-4e70-8b12-3c4d5e6f7081",
            "at": "2026-11-03T04:00:00Z",
            "by": "示例丙",
            "byYou": false,
            "state": "hidden",
            "reason": "说了别人家的私事。"
          }
        ]
      }
    }
  },
  "writeComment": {
    "requests": {
      "comment": {
        "words": "先修三组的。"
      }
    },
    "answers": {
      "said": {
        "id": "9b1d3e45-6a7c-4f81-9c23-4d5e6f708192",
        "at": "2026-11-03T05:00:00Z",
        "by": "示例甲",
        "byYou": true,
        "words": "先修三组的。",
        "state": "shown"
      }
    }
  },
  "takeBackComment": {
    "requests": {},
    "answers": {}
  },
  "reportComment": {
    "requests": {},
    "answers": {}
  },
  "listMeetings": {
    "requests": {},
    "answers": {
      "meetings": {
        "items": [
          {
            "id": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0",
            "at": "2026-11-10T01:00:00Z",
            "place": "荷塘村妇女之家",
            "form": "regular",
            "state": "held",
            "agenda": [
              {
                "title": "路灯修缮",
                "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
                "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b"
              }
            ],
            "attendance": 10,
            "minutes": "十人到会，七人同意修路灯。"
          }
        ]
      }
    }
  },
  "listResolutions": {
    "requests": {},
    "answers": {
      "page": {
        "items": [
          {
            "id": "0c2e4f56-7b8d-4092-8d34-5e6f708192a3",
            "title": "修好三组的路灯",
            "words": "用村集体经费修好三组的十二盏路灯。",
            "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
            "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
            "decidedAt": "2026-11-10T12:30:00Z",
            "state": "accepted",
            "responsible": "村委会",
            "due": "2026-11-30",
            "isLate": false,
            "evidence": [
              {
                "at": "2026-11-18T02:00:00Z",
                "words": "十二盏灯都换好了。"
              }
            ],
            "acceptedAt": "2026-11-19T02:00:00Z",
            "ratings": {
              "count": 6,
              "mean": 4.5
            },
            "notice": {
              "from": "2026-11-19",
              "until": "2026-11-26"
            }
          },
          {
            "id": "1d3f5061-8c9e-41a3-9e45-6f708192a3b4",
            "title": "办暑假托管班",
            "words": "七月一日到八月三十一日，在妇女之家办托管班。",
            "decidedAt": "2026-11-10T12:30:00Z",
            "state": "assigned",
            "responsible": "示例乙",
            "due": "2027-06-30",
            "isLate": false,
            "evidence": [],
            "ratings": {
              "count": 0
            }
          }
        ]
      }
    }
  },
  "listOwnResolutions": {
    "requests": {},
    "answers": {
      "memberPage": {
        "items": [
          {
            "id": "1d3f5061-8c9e-41a3-9e45-6f708192a3b4",
            "title": "办暑假托管班",
            "words": "七月一日到八月三十一日，在妇女之家办托管班。",
            "decidedAt": "2026-11-10T12:30:00Z",
            "state": "reported",
            "responsible": "示例乙",
            "due": "2027-06-30",
            "isLate": false,
            "evidence": [
              {
                "at": "2026-11-18T02:00:00Z",
                "words": "教室和老师都定了。"
              }
            ],
            "mayAccept": true,
            "ratings": {
              "count": 0
            }
          },
          {
            "id": "0c2e4f56-7b8d-4092-8d34-5e6f708192a3",
            "title": "修好三组的路灯",
            "words": "用村集体经费修好三组的十二盏路灯。",
            "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
            "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
            "decidedAt": "2026-11-10T12:30:00Z",
            "state": "accepted",
            "responsible": "村委会",
            "due": "2026-11-30",
            "isLate": false,
            "evidence": [
              {
                "at": "2026-11-18T02:00:00Z",
                "words": "十二盏灯都换好了。"
              }
            ],
            "acceptedAt": "2026-11-19T02:00:00Z",
            "ratings": {
              "count": 6,
              "mean": 4.5
            },
            "notice": {
              "from": "2026-11-19",
              "until": "2026-11-26"
            }
          }
        ]
      }
    }
  },
  "answerExecution": {
    "requests": {
      "accepted": {
        "accepted": true
      },
      "returned": {
        "accepted": false,
        "words": "还有两盏没有亮。"
      }
    },
    "answers": {
      "acceptedOne": {
        "id": "0c2e4f56-7b8d-4092-8d34-5e6f708192a3",
        "title": "修好三组的路灯",
        "words": "用村集体经费修好三组的十二盏路灯。",
        "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
        "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
        "decidedAt": "2026-11-10T12:30:00Z",
        "state": "accepted",
        "responsible": "村委会",
        "due": "2026-11-30",
        "isLate": false,
        "evidence": [
          {
            "at": "2026-11-18T02:00:00Z",
            "words": "十二盏灯都换好了。"
          }
        ],
        "acceptedAt": "2026-11-19T02:00:00Z",
        "ratings": {
          "count": 6,
          "mean": 4.5
        },
        "notice": {
          "from": "2026-11-19",
          "until": "2026-11-26"
        }
      }
    }
  },
  "rateResolution": {
    "requests": {
      "rating": {
        "points": 5
      }
    },
    "answers": {
      "rated": {
        "id": "0c2e4f56-7b8d-4092-8d34-5e6f708192a3",
        "title": "修好三组的路灯",
        "words": "用村集体经费修好三组的十二盏路灯。",
        "decidedAt": "2026-11-10T12:30:00Z",
        "state": "accepted",
        "responsible": "村委会",
        "due": "2026-11-30",
        "isLate": false,
        "evidence": [],
        "mayAccept": false,
        "yourRating": 5,
        "ratings": {
          "count": 3
        }
      }
    }
  },
  "getCouncilLog": {
    "requests": {},
    "answers": {
      "log": {
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "entries": [
          {
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "seq": 1,
            "at": "2026-01-10T02:00:00.000Z",
            "kind": "council-created",
            "body": {
              "name": "荷塘村妇女议事会"
            },
            "hash": "5b1d7f3a9c0e42136a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1"
          }
        ],
        "head": {
          "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
          "seq": 1,
          "hash": "5b1d7f3a9c0e42136a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1",
          "at": "2026-11-20T02:00:00Z",
          "key": "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
          "signature": "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        }
      }
    }
  },
  "getLogHead": {
    "requests": {},
    "answers": {
      "head": {
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "seq": 1,
        "hash": "5b1d7f3a9c0e42136a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90a1",
        "at": "2026-11-20T02:00:00Z",
        "key": "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "signature": "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
      }
    }
  },
  "listBallots": {
    "requests": {},
    "answers": {
      "page": {
        "items": [
          {
            "id": "6a1f0c3e-5d7b-4924-8680-ac1e5f37bd92",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "open",
            "motion": {
              "title": "路灯修缮",
              "words": "同意用村集体经费修好三组的十二盏路灯。",
              "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
              "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
            },
            "options": [
              {
                "id": "yes",
                "title": "同意"
              },
              {
                "id": "no",
                "title": "不同意"
              }
            ],
            "rules": {
              "version": 1,
              "method": "yes-no",
              "secrecy": "open",
              "abstain": true,
              "revote": true,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 2,
                  "denominator": 3
                },
                "counts": "cast"
              },
              "threshold": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "relation": "more-than"
              },
              "tie": "chair"
            },
            "eligible": 12,
            "openedAt": "2026-11-20T01:00:00Z",
            "closesAt": "2026-11-20T12:00:00Z",
            "serverTime": "2026-11-20T02:00:00Z"
          },
          {
            "id": "9b2d4f60-718a-4c3e-95d7-0e1f2a3b4c5d",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "open",
            "motion": {
              "title": "推选妇女代表",
              "words": "从三位候选人中推选一位妇女代表。"
            },
            "options": [
              {
                "id": "a",
                "title": "示例甲"
              },
              {
                "id": "b",
                "title": "示例乙"
              },
              {
                "id": "c",
                "title": "示例丙"
              }
            ],
            "rules": {
              "version": 1,
              "method": "single",
              "secrecy": "secret",
              "abstain": true,
              "revote": false,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "counts": "cast"
              },
              "threshold": {
                "share": {
                  "numerator": 1,
                  "denominator": 3
                },
                "relation": "at-least"
              },
              "tie": "again"
            },
            "eligible": 12,
            "openedAt": "2026-11-20T01:00:00Z",
            "closesAt": "2026-11-20T12:00:00Z",
            "paperKey": "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e",
            "serverTime": "2026-11-20T02:00:00Z"
          },
          {
            "id": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "closed",
            "motion": {
              "title": "路灯修缮",
              "words": "同意用村集体经费修好三组的十二盏路灯。",
              "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
              "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
            },
            "options": [
              {
                "id": "yes",
                "title": "同意"
              },
              {
                "id": "no",
                "title": "不同意"
              }
            ],
            "rules": {
              "version": 1,
              "method": "yes-no",
              "secrecy": "open",
              "abstain": true,
              "revote": true,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 2,
                  "denominator": 3
                },
                "counts": "cast"
              },
              "threshold": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "relation": "more-than"
              },
              "tie": "chair"
            },
            "eligible": 12,
            "openedAt": "2026-11-10T01:00:00Z",
            "closesAt": "2026-11-10T12:00:00Z",
            "closedAt": "2026-11-10T12:00:05Z",
            "result": {
              "outcome": "passed",
              "winners": [
                "yes"
              ],
              "turnout": {
                "eligible": 12,
                "cast": 10,
                "abstained": 0
              },
              "quorum": {
                "counted": 10,
                "needed": 8,
                "met": true
              },
              "threshold": {
                "base": 10,
                "reached": 7,
                "needed": 6,
                "met": true
              },
              "counts": [
                {
                  "option": "yes",
                  "votes": "7"
                },
                {
                  "option": "no",
                  "votes": "3"
                }
              ]
            },
            "votes": [
              {
                "member": "Zk3q9TtV0bWm5rXy7uLc2A",
                "name": "示例甲",
                "choice": {
                  "picks": [
                    "yes"
                  ]
                }
              }
            ]
          },
          {
            "id": "2e4a6c8b-0d1f-4325-b6c7-d8e9f0a1b2c3",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "closed",
            "motion": {
              "title": "推选组长",
              "words": "推选一位组长。"
            },
            "options": [
              {
                "id": "a",
                "title": "示例甲"
              },
              {
                "id": "b",
                "title": "示例乙"
              },
              {
                "id": "c",
                "title": "示例丙"
              }
            ],
            "rules": {
              "version": 1,
              "method": "instant-runoff",
              "secrecy": "secret",
              "abstain": true,
              "revote": true,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "counts": "cast"
              },
              "tie": "lot",
              "lot": [
                "b",
                "a",
                "c"
              ]
            },
            "eligible": 12,
            "openedAt": "2026-11-01T01:00:00Z",
            "closesAt": "2026-11-01T12:00:00Z",
            "closedAt": "2026-11-01T12:00:05Z",
            "paperKey": "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e",
            "result": {
              "outcome": "elected",
              "winners": [
                "a"
              ],
              "turnout": {
                "eligible": 12,
                "cast": 9,
                "abstained": 0,
                "papers": 9
              },
              "quorum": {
                "counted": 9,
                "needed": 6,
                "met": true
              },
              "counts": [
                {
                  "option": "a",
                  "votes": "4"
                },
                {
                  "option": "b",
                  "votes": "3"
                },
                {
                  "option": "c",
                  "votes": "2"
                }
              ],
              "rounds": [
                {
                  "counts": [
                    {
                      "option": "a",
                      "votes": "4"
                    },
                    {
                      "option": "b",
                      "votes": "3"
                    },
                    {
                      "option": "c",
                      "votes": "2"
                    }
                  ],
                  "elected": [],
                  "eliminated": [
                    "c"
                  ],
                  "exhausted": "0"
                },
                {
                  "counts": [
                    {
                      "option": "a",
                      "votes": "5"
                    },
                    {
                      "option": "b",
                      "votes": "3"
                    }
                  ],
                  "elected": [
                    "a"
                  ],
                  "eliminated": [],
                  "exhausted": "1"
                }
              ]
            }
          }
        ]
      }
    }
  },
  "getBallot": {
    "requests": {},
    "answers": {
      "open": {
        "id": "6a1f0c3e-5d7b-4924-8680-ac1e5f37bd92",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "open",
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [
          {
            "id": "yes",
            "title": "同意"
          },
          {
            "id": "no",
            "title": "不同意"
          }
        ],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "eligible": 12,
        "openedAt": "2026-11-20T01:00:00Z",
        "closesAt": "2026-11-20T12:00:00Z",
        "serverTime": "2026-11-20T02:00:00Z"
      },
      "secret": {
        "id": "9b2d4f60-718a-4c3e-95d7-0e1f2a3b4c5d",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "open",
        "motion": {
          "title": "推选妇女代表",
          "words": "从三位候选人中推选一位妇女代表。"
        },
        "options": [
          {
            "id": "a",
            "title": "示例甲"
          },
          {
            "id": "b",
            "title": "示例乙"
          },
          {
            "id": "c",
            "title": "示例丙"
          }
        ],
        "rules": {
          "version": 1,
          "method": "single",
          "secrecy": "secret",
          "abstain": true,
          "revote": false,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 3
            },
            "relation": "at-least"
          },
          "tie": "again"
        },
        "eligible": 12,
        "openedAt": "2026-11-20T01:00:00Z",
        "closesAt": "2026-11-20T12:00:00Z",
        "paperKey": "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e",
        "serverTime": "2026-11-20T02:00:00Z"
      },
      "closed": {
        "id": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "closed",
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [
          {
            "id": "yes",
            "title": "同意"
          },
          {
            "id": "no",
            "title": "不同意"
          }
        ],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "eligible": 12,
        "openedAt": "2026-11-10T01:00:00Z",
        "closesAt": "2026-11-10T12:00:00Z",
        "closedAt": "2026-11-10T12:00:05Z",
        "result": {
          "outcome": "passed",
          "winners": [
            "yes"
          ],
          "turnout": {
            "eligible": 12,
            "cast": 10,
            "abstained": 0
          },
          "quorum": {
            "counted": 10,
            "needed": 8,
            "met": true
          },
          "threshold": {
            "base": 10,
            "reached": 7,
            "needed": 6,
            "met": true
          },
          "counts": [
            {
              "option": "yes",
              "votes": "7"
            },
            {
              "option": "no",
              "votes": "3"
            }
          ]
        },
        "votes": [
          {
            "member": "Zk3q9TtV0bWm5rXy7uLc2A",
            "name": "示例甲",
            "choice": {
              "picks": [
                "yes"
              ]
            }
          }
        ]
      },
      "elected": {
        "id": "2e4a6c8b-0d1f-4325-b6c7-d8e9f0a1b2c3",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "closed",
        "motion": {
          "title": "推选组长",
          "words": "推选一位组长。"
        },
        "options": [
          {
            "id": "a",
            "title": "示例甲"
          },
          {
            "id": "b",
            "title": "示例乙"
          },
          {
            "id": "c",
            "title": "示例丙"
          }
        ],
        "rules": {
          "version": 1,
          "method": "instant-runoff",
          "secrecy": "secret",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "counts": "cast"
          },
          "tie": "lot",
          "lot": [
            "b",
            "a",
            "c"
          ]
        },
        "eligible": 12,
        "openedAt": "2026-11-01T01:00:00Z",
        "closesAt": "2026-11-01T12:00:00Z",
        "closedAt": "2026-11-01T12:00:05Z",
        "paperKey": "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e",
        "result": {
          "outcome": "elected",
          "winners": [
            "a"
          ],
          "turnout": {
            "eligible": 12,
            "cast": 9,
            "abstained": 0,
            "papers": 9
          },
          "quorum": {
            "counted": 9,
            "needed": 6,
            "met": true
          },
          "counts": [
            {
              "option": "a",
              "votes": "4"
            },
            {
              "option": "b",
              "votes": "3"
            },
            {
              "option": "c",
              "votes": "2"
            }
          ],
          "rounds": [
            {
              "counts": [
                {
                  "option": "a",
                  "votes": "4"
                },
                {
                  "option": "b",
                  "votes": "3"
                },
                {
                  "option": "c",
                  "votes": "2"
                }
              ],
              "elected": [],
              "eliminated": [
                "c"
              ],
              "exhausted": "0"
            },
            {
              "counts": [
                {
                  "option": "a",
                  "votes": "5"
                },
                {
                  "option": "b",
                  "votes": "3"
                }
              ],
              "elected": [
                "a"
              ],
              "eliminated": [],
              "exhausted": "1"
            }
          ]
        }
      }
    }
  },
  "getOwnBallot": {
    "requests": {},
    "answers": {
      "own": {
        "eligible": true,
        "hasPaper": false,
        "hasVoted": false,
        "mayVote": true
      },
      "voted": {
        "eligible": true,
        "hasPaper": false,
        "hasVoted": true,
        "mayVote": true,
        "choice": {
          "picks": [
            "yes"
          ]
        },
        "receipt": "7f1c4a0e92d35b68a1f0c3e57d9b246880ac1e5f37bd92046c8e1fa5b3d70912"
      }
    }
  },
  "castOpenVote": {
    "requests": {
      "vote": {
        "choice": {
          "picks": [
            "yes"
          ]
        }
      },
      "abstention": {
        "choice": {
          "abstain": true
        }
      }
    },
    "answers": {
      "stored": {
        "receipt": "7f1c4a0e92d35b68a1f0c3e57d9b246880ac1e5f37bd92046c8e1fa5b3d70912"
      }
    }
  },
  "takeBallotPaper": {
    "requests": {
      "blinded": {
        "blinded": "609a0ae68c15a3cf6903766461307e5c8bb2f95e7e6550e1ffa2dc99e412803c"
      }
    },
    "answers": {
      "evaluated": {
        "evaluated": "7ec6578ae5120958eb2db1745758ff379e77cb64fe77b0b2d8cc917ea0869c7e",
        "proof": "ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d"
      }
    }
  },
  "castSecretVote": {
    "requests": {
      "secretVote": {
        "paper": "3c1d5e7f90a2b4c6d8e0f1a3b5c7d9ebfd0f21436587a9cbed0f1e2d3c4b5a69",
        "seal": "b5bf6d9c1e2f30415263748596a7b8c9dae0f1021324354657687980919a2b3cb5bf6d9c1e2f30415263748596a7b8c9dae0f1021324354657687980919a2b3c",
        "choice": {
          "picks": [
            "yes"
          ]
        }
      }
    },
    "answers": {
      "stored": {
        "receipt": "7f1c4a0e92d35b68a1f0c3e57d9b246880ac1e5f37bd92046c8e1fa5b3d70912"
      }
    }
  },
  "castDecidingVote": {
    "requests": {
      "vote": {
        "choice": {
          "picks": [
            "yes"
          ]
        }
      }
    },
    "answers": {
      "closed": {
        "id": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "closed",
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [
          {
            "id": "yes",
            "title": "同意"
          },
          {
            "id": "no",
            "title": "不同意"
          }
        ],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "eligible": 12,
        "openedAt": "2026-11-10T01:00:00Z",
        "closesAt": "2026-11-10T12:00:00Z",
        "closedAt": "2026-11-10T12:00:05Z",
        "result": {
          "outcome": "passed",
          "winners": [
            "yes"
          ],
          "turnout": {
            "eligible": 12,
            "cast": 10,
            "abstained": 0
          },
          "quorum": {
            "counted": 10,
            "needed": 8,
            "met": true
          },
          "threshold": {
            "base": 10,
            "reached": 7,
            "needed": 6,
            "met": true
          },
          "counts": [
            {
              "option": "yes",
              "votes": "7"
            },
            {
              "option": "no",
              "votes": "3"
            }
          ]
        },
        "votes": [
          {
            "member": "Zk3q9TtV0bWm5rXy7uLc2A",
            "name": "示例甲",
            "choice": {
              "picks": [
                "yes"
              ]
            }
          }
        ]
      }
    }
  },
  "getBallotReceipts": {
    "requests": {},
    "answers": {
      "receipts": {
        "receipts": [
          "0d5f7a1c3b9e28460f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70",
          "3a6b9c0d1e2f405162738495a6b7c8d9eaf0b1c2d3e4f5061728394a5b6c7d8e",
          "7f1c4a0e92d35b68a1f0c3e57d9b246880ac1e5f37bd92046c8e1fa5b3d70912",
          "b0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9eaf",
          "e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70"
        ]
      }
    }
  },
  "createCouncil": {
    "requests": {
      "draft": {
        "name": "荷塘村妇女议事会",
        "words": "每月第一个星期六上午在妇女之家开会。"
      }
    },
    "answers": {
      "council": {
        "id": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "federation": {
          "code": "990101001001",
          "level": "village",
          "name": "荷塘村",
          "hasChildren": false
        },
        "name": "荷塘村妇女议事会",
        "words": "每月第一个星期六上午在妇女之家开会。",
        "state": "active",
        "members": 12,
        "counts": {
          "resolutions": 5,
          "due": 4,
          "accepted": 3,
          "late": 1
        }
      }
    }
  },
  "changeCouncil": {
    "requests": {
      "draft": {
        "name": "荷塘村妇女议事会",
        "words": "每月第一个星期六上午在妇女之家开会。"
      }
    },
    "answers": {
      "council": {
        "id": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "federation": {
          "code": "990101001001",
          "level": "village",
          "name": "荷塘村",
          "hasChildren": false
        },
        "name": "荷塘村妇女议事会",
        "words": "每月第一个星期六上午在妇女之家开会。",
        "state": "active",
        "members": 12,
        "counts": {
          "resolutions": 5,
          "due": 4,
          "accepted": 3,
          "late": 1
        }
      }
    }
  },
  "listMembers": {
    "requests": {},
    "answers": {
      "rollPage": {
        "items": [
          {
            "member": {
              "id": "Zk3q9TtV0bWm5rXy7uLc2A",
              "name": "示例甲",
              "role": "chair"
            },
            "joinedAt": "2026-01-10T02:00:00Z",
            "invitation": "used",
            "changes": [
              {
                "at": "2026-01-10T02:00:00Z",
                "kind": "joined",
                "by": "示例干部"
              },
              {
                "at": "2026-01-11T02:00:00Z",
                "kind": "invited",
                "by": "示例干部"
              }
            ]
          }
        ]
      }
    }
  },
  "addMember": {
    "requests": {
      "memberDraft": {
        "name": "示例丁",
        "role": "member"
      }
    },
    "answers": {
      "entry": {
        "member": {
          "id": "Zk3q9TtV0bWm5rXy7uLc2A",
          "name": "示例甲",
          "role": "chair"
        },
        "joinedAt": "2026-01-10T02:00:00Z",
        "invitation": "used",
        "changes": [
          {
            "at": "2026-01-10T02:00:00Z",
            "kind": "joined",
            "by": "示例干部"
          },
          {
            "at": "2026-01-11T02:00:00Z",
            "kind": "invited",
            "by": "示例干部"
          }
        ]
      }
    }
  },
  "changeMember": {
    "requests": {
      "memberDraft": {
        "name": "示例丁",
        "role": "member"
      }
    },
    "answers": {
      "entry": {
        "member": {
          "id": "Zk3q9TtV0bWm5rXy7uLc2A",
          "name": "示例甲",
          "role": "chair"
        },
        "joinedAt": "2026-01-10T02:00:00Z",
        "invitation": "used",
        "changes": [
          {
            "at": "2026-01-10T02:00:00Z",
            "kind": "joined",
            "by": "示例干部"
          },
          {
            "at": "2026-01-11T02:00:00Z",
            "kind": "invited",
            "by": "示例干部"
          }
        ]
      }
    }
  },
  "inviteMembers": {
    "requests": {
      "invite": {
        "members": [
          "Zk3q9TtV0bWm5rXy7uLc2A"
        ]
      }
    },
    "answers": {
      "cards": {
        "items": [
          {
            "member": "Zk3q9TtV0bWm5rXy7uLc2A",
            "name": "示例甲",
            "code": "4821907355164820",
            "expiresAt": "2026-12-20T03:15:00Z"
          }
        ]
      }
    }
  },
  "listAllTopics": {
    "requests": {},
    "answers": {
      "deskPage": {
        "items": [
          {
            "id": "6e8a0b12-3d4f-4c5e-8f90-1a2b3c4d5e6f",
            "title": "垃圾站太远",
            "words": "希望在二组加一个垃圾桶。",
            "state": "suggested",
            "at": "2026-11-05T02:00:00Z",
            "fromMember": false,
            "seconds": 0,
            "comments": 0
          },
          {
            "id": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
            "title": "村口的路灯坏了",
            "words": "晚上从村口走回三组很黑，老人和孩子不敢走。",
            "state": "collected",
            "at": "2026-11-02T02:00:00Z",
            "by": "一位村民",
            "fromMember": false,
            "seconds": 3,
            "comments": 2
          }
        ]
      }
    }
  },
  "screenTopic": {
    "requests": {
      "admit": {
        "decision": "admit",
        "words": "下次会议讨论。"
      },
      "decline": {
        "decision": "decline",
        "words": "这件事归镇里管，已转给镇政府。"
      }
    },
    "answers": {
      "admitted": {
        "id": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
        "title": "村口的路灯坏了",
        "words": "晚上从村口走回三组很黑，老人和孩子不敢走。",
        "state": "admitted",
        "at": "2026-11-02T02:00:00Z",
        "by": "一位村民",
        "fromMember": false,
        "seconds": 4,
        "answer": "下次会议讨论。",
        "comments": 2
      }
    }
  },
  "listAllComments": {
    "requests": {},
    "answers": {
      "deskComments": {
        "items": [
          {
            "id": "7f9b1c23-4e5a-4d6f-9a01-2b3c4d5e6f70",
            "at": "2026-11-03T03:00:00Z",
            "by": "示例乙",
            "byYou": false,
            "words": "三组最急。",
            "state": "shown",
            "reported": true
          }
        ]
      }
    }
  },
  "moderateComment": {
    "requests": {
      "hide": {
        "hidden": true,
        "reason": "说了别人家的私事。"
      }
    },
    "answers": {
      "hidden": {
        "id": "9b1d3e45-6a7c-4f81-9c23-4d5e6f708192",
        "at": "2026-11-03T05:00:00Z",
        "by": "示例甲",
        "byYou": false,
        "words": "先修三组的。",
        "state": "hidden",
        "reason": "说了别人家的私事。"
      }
    }
  },
  "createMeeting": {
    "requests": {
      "meetingDraft": {
        "at": "2026-11-10T01:00:00Z",
        "place": "荷塘村妇女之家",
        "state": "held",
        "agenda": [
          {
            "title": "路灯修缮",
            "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c"
          }
        ],
        "present": [
          "Zk3q9TtV0bWm5rXy7uLc2A"
        ],
        "minutes": "十人到会，七人同意修路灯。",
        "publishMinutes": true
      }
    },
    "answers": {
      "meetingFile": {
        "meeting": {
          "id": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0",
          "at": "2026-11-10T01:00:00Z",
          "place": "荷塘村妇女之家",
          "form": "regular",
          "state": "held",
          "agenda": [
            {
              "title": "路灯修缮",
              "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
              "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b"
            }
          ],
          "attendance": 10,
          "minutes": "十人到会，七人同意修路灯。"
        },
        "present": [
          "Zk3q9TtV0bWm5rXy7uLc2A"
        ],
        "minutes": "十人到会，七人同意修路灯。",
        "publishMinutes": true
      }
    }
  },
  "getMeeting": {
    "requests": {},
    "answers": {
      "meetingFile": {
        "meeting": {
          "id": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0",
          "at": "2026-11-10T01:00:00Z",
          "place": "荷塘村妇女之家",
          "form": "regular",
          "state": "held",
          "agenda": [
            {
              "title": "路灯修缮",
              "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
              "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b"
            }
          ],
          "attendance": 10,
          "minutes": "十人到会，七人同意修路灯。"
        },
        "present": [
          "Zk3q9TtV0bWm5rXy7uLc2A"
        ],
        "minutes": "十人到会，七人同意修路灯。",
        "publishMinutes": true
      }
    }
  },
  "changeMeeting": {
    "requests": {
      "meetingDraft": {
        "at": "2026-11-10T01:00:00Z",
        "place": "荷塘村妇女之家",
        "state": "held",
        "agenda": [
          {
            "title": "路灯修缮",
            "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c"
          }
        ],
        "present": [
          "Zk3q9TtV0bWm5rXy7uLc2A"
        ],
        "minutes": "十人到会，七人同意修路灯。",
        "publishMinutes": true
      }
    },
    "answers": {
      "meetingFile": {
        "meeting": {
          "id": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0",
          "at": "2026-11-10T01:00:00Z",
          "place": "荷塘村妇女之家",
          "form": "regular",
          "state": "held",
          "agenda": [
            {
              "title": "路灯修缮",
              "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
              "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b"
            }
          ],
          "attendance": 10,
          "minutes": "十人到会，七人同意修路灯。"
        },
        "present": [
          "Zk3q9TtV0bWm5rXy7uLc2A"
        ],
        "minutes": "十人到会，七人同意修路灯。",
        "publishMinutes": true
      }
    }
  },
  "listAllBallots": {
    "requests": {},
    "answers": {
      "deskPage": {
        "items": [
          {
            "id": "3f5b7d9c-1e20-4436-87d8-e9f0a1b2c3d4",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "draft",
            "motion": {
              "title": "路灯修缮",
              "words": "同意用村集体经费修好三组的十二盏路灯。",
              "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
              "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
            },
            "options": [
              {
                "id": "yes",
                "title": "同意"
              },
              {
                "id": "no",
                "title": "不同意"
              }
            ],
            "rules": {
              "version": 1,
              "method": "yes-no",
              "secrecy": "open",
              "abstain": true,
              "revote": true,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 2,
                  "denominator": 3
                },
                "counts": "cast"
              },
              "threshold": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "relation": "more-than"
              },
              "tie": "chair"
            },
            "eligible": 12,
            "closesAt": "2026-11-28T12:00:00Z"
          },
          {
            "id": "6a1f0c3e-5d7b-4924-8680-ac1e5f37bd92",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "open",
            "motion": {
              "title": "路灯修缮",
              "words": "同意用村集体经费修好三组的十二盏路灯。",
              "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
              "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
            },
            "options": [
              {
                "id": "yes",
                "title": "同意"
              },
              {
                "id": "no",
                "title": "不同意"
              }
            ],
            "rules": {
              "version": 1,
              "method": "yes-no",
              "secrecy": "open",
              "abstain": true,
              "revote": true,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 2,
                  "denominator": 3
                },
                "counts": "cast"
              },
              "threshold": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "relation": "more-than"
              },
              "tie": "chair"
            },
            "eligible": 12,
            "openedAt": "2026-11-20T01:00:00Z",
            "closesAt": "2026-11-20T12:00:00Z",
            "serverTime": "2026-11-20T02:00:00Z"
          },
          {
            "id": "9b2d4f60-718a-4c3e-95d7-0e1f2a3b4c5d",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "open",
            "motion": {
              "title": "推选妇女代表",
              "words": "从三位候选人中推选一位妇女代表。"
            },
            "options": [
              {
                "id": "a",
                "title": "示例甲"
              },
              {
                "id": "b",
                "title": "示例乙"
              },
              {
                "id": "c",
                "title": "示例丙"
              }
            ],
            "rules": {
              "version": 1,
              "method": "single",
              "secrecy": "secret",
              "abstain": true,
              "revote": false,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "counts": "cast"
              },
              "threshold": {
                "share": {
                  "numerator": 1,
                  "denominator": 3
                },
                "relation": "at-least"
              },
              "tie": "again"
            },
            "eligible": 12,
            "openedAt": "2026-11-20T01:00:00Z",
            "closesAt": "2026-11-20T12:00:00Z",
            "paperKey": "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e",
            "serverTime": "2026-11-20T02:00:00Z"
          },
          {
            "id": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "closed",
            "motion": {
              "title": "路灯修缮",
              "words": "同意用村集体经费修好三组的十二盏路灯。",
              "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
              "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
            },
            "options": [
              {
                "id": "yes",
                "title": "同意"
              },
              {
                "id": "no",
                "title": "不同意"
              }
            ],
            "rules": {
              "version": 1,
              "method": "yes-no",
              "secrecy": "open",
              "abstain": true,
              "revote": true,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 2,
                  "denominator": 3
                },
                "counts": "cast"
              },
              "threshold": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "relation": "more-than"
              },
              "tie": "chair"
            },
            "eligible": 12,
            "openedAt": "2026-11-10T01:00:00Z",
            "closesAt": "2026-11-10T12:00:00Z",
            "closedAt": "2026-11-10T12:00:05Z",
            "result": {
              "outcome": "passed",
              "winners": [
                "yes"
              ],
              "turnout": {
                "eligible": 12,
                "cast": 10,
                "abstained": 0
              },
              "quorum": {
                "counted": 10,
                "needed": 8,
                "met": true
              },
              "threshold": {
                "base": 10,
                "reached": 7,
                "needed": 6,
                "met": true
              },
              "counts": [
                {
                  "option": "yes",
                  "votes": "7"
                },
                {
                  "option": "no",
                  "votes": "3"
                }
              ]
            },
            "votes": [
              {
                "member": "Zk3q9TtV0bWm5rXy7uLc2A",
                "name": "示例甲",
                "choice": {
                  "picks": [
                    "yes"
                  ]
                }
              }
            ]
          },
          {
            "id": "2e4a6c8b-0d1f-4325-b6c7-d8e9f0a1b2c3",
            "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
            "state": "closed",
            "motion": {
              "title": "推选组长",
              "words": "推选一位组长。"
            },
            "options": [
              {
                "id": "a",
                "title": "示例甲"
              },
              {
                "id": "b",
                "title": "示例乙"
              },
              {
                "id": "c",
                "title": "示例丙"
              }
            ],
            "rules": {
              "version": 1,
              "method": "instant-runoff",
              "secrecy": "secret",
              "abstain": true,
              "revote": true,
              "base": "cast",
              "quorum": {
                "share": {
                  "numerator": 1,
                  "denominator": 2
                },
                "counts": "cast"
              },
              "tie": "lot",
              "lot": [
                "b",
                "a",
                "c"
              ]
            },
            "eligible": 12,
            "openedAt": "2026-11-01T01:00:00Z",
            "closesAt": "2026-11-01T12:00:00Z",
            "closedAt": "2026-11-01T12:00:05Z",
            "paperKey": "c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e",
            "result": {
              "outcome": "elected",
              "winners": [
                "a"
              ],
              "turnout": {
                "eligible": 12,
                "cast": 9,
                "abstained": 0,
                "papers": 9
              },
              "quorum": {
                "counted": 9,
                "needed": 6,
                "met": true
              },
              "counts": [
                {
                  "option": "a",
                  "votes": "4"
                },
                {
                  "option": "b",
                  "votes": "3"
                },
                {
                  "option": "c",
                  "votes": "2"
                }
              ],
              "rounds": [
                {
                  "counts": [
                    {
                      "option": "a",
                      "votes": "4"
                    },
                    {
                      "option": "b",
                      "votes": "3"
                    },
                    {
                      "option": "c",
                      "votes": "2"
                    }
                  ],
                  "elected": [],
                  "eliminated": [
                    "c"
                  ],
                  "exhausted": "0"
                },
                {
                  "counts": [
                    {
                      "option": "a",
                      "votes": "5"
                    },
                    {
                      "option": "b",
                      "votes": "3"
                    }
                  ],
                  "elected": [
                    "a"
                  ],
                  "eliminated": [],
                  "exhausted": "1"
                }
              ]
            }
          }
        ]
      }
    }
  },
  "prepareBallot": {
    "requests": {
      "draft": {
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "closesAt": "2026-11-28T12:00:00Z"
      },
      "rankedDraft": {
        "motion": {
          "title": "推选组长",
          "words": "推选一位组长。"
        },
        "options": [
          {
            "id": "a",
            "title": "示例甲"
          },
          {
            "id": "b",
            "title": "示例乙"
          },
          {
            "id": "c",
            "title": "示例丙"
          }
        ],
        "rules": {
          "version": 1,
          "method": "instant-runoff",
          "secrecy": "secret",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "counts": "cast"
          },
          "tie": "lot",
          "lot": [
            "b",
            "a",
            "c"
          ]
        },
        "closesAt": "2026-11-28T12:00:00Z"
      }
    },
    "answers": {
      "draftBallot": {
        "id": "3f5b7d9c-1e20-4436-87d8-e9f0a1b2c3d4",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "draft",
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [
          {
            "id": "yes",
            "title": "同意"
          },
          {
            "id": "no",
            "title": "不同意"
          }
        ],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "eligible": 12,
        "closesAt": "2026-11-28T12:00:00Z"
      }
    }
  },
  "getBallotDraft": {
    "requests": {},
    "answers": {
      "draftBallot": {
        "id": "3f5b7d9c-1e20-4436-87d8-e9f0a1b2c3d4",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "draft",
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [
          {
            "id": "yes",
            "title": "同意"
          },
          {
            "id": "no",
            "title": "不同意"
          }
        ],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "eligible": 12,
        "closesAt": "2026-11-28T12:00:00Z"
      }
    }
  },
  "changeBallot": {
    "requests": {
      "draft": {
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "closesAt": "2026-11-28T12:00:00Z"
      }
    },
    "answers": {
      "draftBallot": {
        "id": "3f5b7d9c-1e20-4436-87d8-e9f0a1b2c3d4",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "draft",
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [
          {
            "id": "yes",
            "title": "同意"
          },
          {
            "id": "no",
            "title": "不同意"
          }
        ],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "eligible": 12,
        "closesAt": "2026-11-28T12:00:00Z"
      }
    }
  },
  "cancelBallot": {
    "requests": {},
    "answers": {}
  },
  "checkBallot": {
    "requests": {},
    "answers": {
      "check": {
        "checks": [
          {
            "id": "rules-fit",
            "ok": true,
            "blocks": true
          },
          {
            "id": "closing-ahead",
            "ok": true,
            "blocks": true
          },
          {
            "id": "roll-there",
            "ok": true,
            "blocks": true,
            "number": 12
          },
          {
            "id": "roll-invited",
            "ok": false,
            "blocks": false,
            "number": 2
          },
          {
            "id": "unanimity-told",
            "ok": true,
            "blocks": false
          }
        ]
      }
    }
  },
  "openBallot": {
    "requests": {},
    "answers": {
      "open": {
        "id": "6a1f0c3e-5d7b-4924-8680-ac1e5f37bd92",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "open",
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [
          {
            "id": "yes",
            "title": "同意"
          },
          {
            "id": "no",
            "title": "不同意"
          }
        ],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "eligible": 12,
        "openedAt": "2026-11-20T01:00:00Z",
        "closesAt": "2026-11-20T12:00:00Z",
        "serverTime": "2026-11-20T02:00:00Z"
      }
    }
  },
  "closeBallot": {
    "requests": {},
    "answers": {
      "closed": {
        "id": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
        "council": "990101001001-0b6d1c7e-2f43-4a58-9d0e-7c1f3a5b8e24",
        "state": "closed",
        "motion": {
          "title": "路灯修缮",
          "words": "同意用村集体经费修好三组的十二盏路灯。",
          "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
          "meeting": "5e7a9c1b-3d5f-4172-8394-a5b6c7d8e9f0"
        },
        "options": [
          {
            "id": "yes",
            "title": "同意"
          },
          {
            "id": "no",
            "title": "不同意"
          }
        ],
        "rules": {
          "version": 1,
          "method": "yes-no",
          "secrecy": "open",
          "abstain": true,
          "revote": true,
          "base": "cast",
          "quorum": {
            "share": {
              "numerator": 2,
              "denominator": 3
            },
            "counts": "cast"
          },
          "threshold": {
            "share": {
              "numerator": 1,
              "denominator": 2
            },
            "relation": "more-than"
          },
          "tie": "chair"
        },
        "eligible": 12,
        "openedAt": "2026-11-10T01:00:00Z",
        "closesAt": "2026-11-10T12:00:00Z",
        "closedAt": "2026-11-10T12:00:05Z",
        "result": {
          "outcome": "passed",
          "winners": [
            "yes"
          ],
          "turnout": {
            "eligible": 12,
            "cast": 10,
            "abstained": 0
          },
          "quorum": {
            "counted": 10,
            "needed": 8,
            "met": true
          },
          "threshold": {
            "base": 10,
            "reached": 7,
            "needed": 6,
            "met": true
          },
          "counts": [
            {
              "option": "yes",
              "votes": "7"
            },
            {
              "option": "no",
              "votes": "3"
            }
          ]
        },
        "votes": [
          {
            "member": "Zk3q9TtV0bWm5rXy7uLc2A",
            "name": "示例甲",
            "choice": {
              "picks": [
                "yes"
              ]
            }
          }
        ]
      }
    }
  },
  "listAllResolutions": {
    "requests": {},
    "answers": {
      "memberPage": {
        "items": [
          {
            "id": "1d3f5061-8c9e-41a3-9e45-6f708192a3b4",
            "title": "办暑假托管班",
            "words": "七月一日到八月三十一日，在妇女之家办托管班。",
            "decidedAt": "2026-11-10T12:30:00Z",
            "state": "reported",
            "responsible": "示例乙",
            "due": "2027-06-30",
            "isLate": false,
            "evidence": [
              {
                "at": "2026-11-18T02:00:00Z",
                "words": "教室和老师都定了。"
              }
            ],
            "mayAccept": true,
            "ratings": {
              "count": 0
            }
          },
          {
            "id": "0c2e4f56-7b8d-4092-8d34-5e6f708192a3",
            "title": "修好三组的路灯",
            "words": "用村集体经费修好三组的十二盏路灯。",
            "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
            "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
            "decidedAt": "2026-11-10T12:30:00Z",
            "state": "accepted",
            "responsible": "村委会",
            "due": "2026-11-30",
            "isLate": false,
            "evidence": [
              {
                "at": "2026-11-18T02:00:00Z",
                "words": "十二盏灯都换好了。"
              }
            ],
            "acceptedAt": "2026-11-19T02:00:00Z",
            "ratings": {
              "count": 6,
              "mean": 4.5
            },
            "notice": {
              "from": "2026-11-19",
              "until": "2026-11-26"
            }
          }
        ]
      }
    }
  },
  "recordResolution": {
    "requests": {
      "draft": {
        "title": "修好三组的路灯",
        "words": "用村集体经费修好三组的十二盏路灯。",
        "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
        "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
        "responsible": "村委会",
        "due": "2026-11-30"
      }
    },
    "answers": {
      "assigned": {
        "id": "1d3f5061-8c9e-41a3-9e45-6f708192a3b4",
        "title": "办暑假托管班",
        "words": "七月一日到八月三十一日，在妇女之家办托管班。",
        "decidedAt": "2026-11-10T12:30:00Z",
        "state": "assigned",
        "responsible": "示例乙",
        "due": "2027-06-30",
        "isLate": false,
        "evidence": [],
        "ratings": {
          "count": 0
        }
      }
    }
  },
  "getResolution": {
    "requests": {},
    "answers": {
      "assigned": {
        "id": "1d3f5061-8c9e-41a3-9e45-6f708192a3b4",
        "title": "办暑假托管班",
        "words": "七月一日到八月三十一日，在妇女之家办托管班。",
        "decidedAt": "2026-11-10T12:30:00Z",
        "state": "assigned",
        "responsible": "示例乙",
        "due": "2027-06-30",
        "isLate": false,
        "evidence": [],
        "ratings": {
          "count": 0
        }
      }
    }
  },
  "changeResolution": {
    "requests": {
      "draft": {
        "title": "修好三组的路灯",
        "words": "用村集体经费修好三组的十二盏路灯。",
        "ballot": "1d3f5b7a-9c0e-4213-a4b5-c6d7e8f90a1b",
        "topic": "2c4e6a80-1b3d-4f5a-8c7e-9d0b1a2f3e4c",
        "responsible": "村委会",
        "due": "2026-11-30"
      }
    },
    "answers": {
      "assigned": {
        "id": "1d3f5061-8c9e-41a3-9e45-6f708192a3b4",
        "title": "办暑假托管班",
        "words": "七月一日到八月三十一日，在妇女之家办托管班。",
        "decidedAt": "2026-11-10T12:30:00Z",
        "state": "assigned",
        "responsible": "示例乙",
        "due": "2027-06-30",
        "isLate": false,
        "evidence": [],
        "ratings": {
          "count": 0
        }
      }
    }
  },
  "takeExecutionStep": {
    "requests": {
      "step": {
        "kind": "report",
        "words": "十二盏灯都换好了。"
      }
    },
    "answers": {
      "reported": {
        "id": "1d3f5061-8c9e-41a3-9e45-6f708192a3b4",
        "title": "办暑假托管班",
        "words": "七月一日到八月三十一日，在妇女之家办托管班。",
        "decidedAt": "2026-11-10T12:30:00Z",
        "state": "reported",
        "responsible": "示例乙",
        "due": "2027-06-30",
        "isLate": false,
        "evidence": [
          {
            "at": "2026-11-18T02:00:00Z",
            "words": "教室和老师都定了。"
          }
        ],
        "mayAccept": true,
        "ratings": {
          "count": 0
        }
      }
    }
  },
  "listWebhooks": {
    "requests": {},
    "answers": {
      "one": {
        "items": [
          {
            "id": "Hk3q9TtV0bWm5rXy7uLc2A",
            "url": "https://platform.county.example/hooks/fulian",
            "kinds": [
              "case.submitted",
              "case.overdue"
            ],
            "createdAt": "2026-11-20T03:15:00Z"
          }
        ]
      }
    }
  },
  "createWebhook": {
    "requests": {
      "platform": {
        "url": "https://platform.county.example/hooks/fulian",
        "kinds": [
          "case.submitted",
          "case.overdue"
        ]
      }
    },
    "answers": {
      "made": {
        "id": "Hk3q9TtV0bWm5rXy7uLc2A",
        "url": "https://platform.county.example/hooks/fulian",
        "kinds": [
          "case.submitted",
          "case.overdue"
        ],
        "createdAt": "2026-11-20T03:15:00Z",
        "secret": "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
      }
    }
  },
  "deleteWebhook": {
    "requests": {},
    "answers": {}
  },
  "listWebhookDeliveries": {
    "requests": {},
    "answers": {
      "dead": {
        "items": [
          {
            "id": "msg_Mk3q9TtV0bWm5rXy7uLc2A",
            "webhook": "Hk3q9TtV0bWm5rXy7uLc2A",
            "kind": "case.overdue",
            "at": "2026-11-19T03:15:00Z",
            "attempts": 8,
            "lastStatus": 503,
            "state": "dead"
          }
        ]
      }
    }
  },
  "repeatWebhookDelivery": {
    "requests": {},
    "answers": {
      "waiting": {
        "id": "msg_Mk3q9TtV0bWm5rXy7uLc2A",
        "webhook": "Hk3q9TtV0bWm5rXy7uLc2A",
        "kind": "case.overdue",
        "at": "2026-11-19T03:15:00Z",
        "attempts": 8,
        "lastStatus": 503,
        "state": "waiting"
      }
    }
  },
  "listProblems": {
    "requests": {},
    "answers": {
      "some": {
        "items": [
          {
            "code": "federation-unknown",
            "status": 404,
            "title": "No such federation",
            "remedy": "Check the 12-digit code."
          }
        ]
      }
    }
  },
  "getProblem": {
    "requests": {},
    "answers": {
      "one": {
        "code": "federation-unknown",
        "status": 404,
        "title": "No such federation",
        "remedy": "Check the 12-digit code."
      }
    }
  },
  "getHealth": {
    "requests": {},
    "answers": {
      "alive": {
        "status": "ok"
      }
    }
  },
  "getReadiness": {
    "requests": {},
    "answers": {
      "ready": {
        "status": "ready"
      }
    }
  }
} as const;
