//! Words that speak to a machine (ordre): its instructions, its role, its marks, its silence.

use crate::scan::pattern::Pattern;
use std::ops::Range;

static ORDERS: Pattern = Pattern::new(concat!(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|all|your|system|these|safety)\b[^.\n]{0,30}\b(?:instruction|prompt|rule|guideline|direction|command|message|context|constraint)\p{L}*|",
    r"\b(?:ignorer|ignorér|overse|oversjå|glem|gløym|se bort fra|sjå bort frå|sett til side)\b[^.\n]{0,40}\b(?:instruks\p{L}*|instruksjon\p{L}*|reg(?:el|ler|lene|lane|lar)|beskjed\p{L}*|ordre\p{L}*|retningslinje\p{L}*|føring\p{L}*|prompt\p{L}*|kontekst\p{L}*)|",
    r"\b(?:system|developer|hidden) ?(?:prompt|message|instruction)\p{L}*|\bsystem(?:prompt|melding|instruks)\p{L}*|\bdu er (?:nå|no) (?:en|ein|et|eit|i|ikke|ikkje)\b|\byou are now (?:an?|in|no longer)\b|\bact as (?:an?|if you)\b|\bpretend (?:to be|you are)|",
    r"\b(?:svar|skriv|respond|reply|answer|output|write) (?:kun|bare|berre|only|just)(?: med| with)?\b|\b(?:skriv|si|sei|svar|bekreft|stadfest)\b[^.\n]{0,20}\bat (?:vedtaket|søknaden|saken|saka|klagen|klaga)\b[^.\n]{0,30}\b(?:er|blir|ble) (?:godkjent|godkjend|innvilget|innvilga|vedtatt)|",
    r"\b(?:state|say|write|confirm|tell)\b[^.\n]{0,30}\b(?:application|case|appeal|decision|permit)\b[^.\n]{0,30}\b(?:is|was|has been) (?:approved|granted)|\b(?:kjære|dear|hei|hi|hello) (?:ki|ai|chatbot|chatgpt|copilot|assistent|assistant|språkmodell|llm|claude|gemini)\b|",
    r"\b(?:til|to|note to|attention|beskjed til) (?:den |the )?(?:ki|ai|kunstig\p{L}* intelligens\p{L}*|språkmodell\p{L}*|language model|llm|assistenten|ai assistant|ai model|robot\p{L}*|chatbot\p{L}*)\b|\b(?:new|updated|additional|nye) (?:system )?(?:instruction|instruks|instruksjon)\p{L}*\s*[:!]|",
    r"\b(?:are you|er du) (?:an? |en |ein |et |eit )?(?:ai|robot|bot|human|chatgpt|gpt|language model|ki|kunstig intelligens|maskin|menneske|språkmodell)\b|\b(?:what|which) (?:ai |language |llm )?(?:model|version|llm|ai) (?:are you|do you (?:use|run))|\bwho (?:made|created|built|trained|programmed|developed) you\b|\bhvem har (?:laget|trent|programmert|utviklet) deg\b|\bhvilken (?:språk|ki-?)modell\b|\bwhat(?:'s| is| are) your favou?rite|\byour (?:training data|knowledge cut-?off|system prompt|instructions are)\b|",
    r"!\[[^\]\n]{0,80}\]\(https?://|\bbase64\b|\bsystem_message\b|\b(?:developer|debug|jailbreak|dan|utvikler|utviklar|feilsøkings) ?(?:mode|modus)\b|\bregardless of (?:any |all )?(?:previous|prior|other)|\buavhengig av (?:tidligere|andre) (?:instruks|regl)|",
    r"\b(?:include|insert|append|inkluder|ta med|legg inn|sett inn) (?:in|i|into|to) (?:your|the|svaret|utkastet|e-posten)\b[^.\n]{0,12}\b(?:response|reply|answer|draft|ditt|følgende|følgjande)\b|\bif (?:you are|you're|asked|told) (?:told |asked )?to (?:summari[sz]e|answer|reply)|",
    r"\b(?:hvis|om|dersom) du (?:blir bedt|blir beden|skal) (?:om å |å )?(?:oppsummere|svare|skrive utkast)|\byou, the (?:assistant|ai|model)\b|\bdeg som (?:er )?(?:ki|ai|språkmodell|assistent)|\btodo: (?:please|send|create|delete|e-?mail|forward|share)\b|",
    r"</?(?:system|instruction|assistant|user|prompt|information)s?>|\[/?(?:inst|system)\]|<\|[a-z_]+\|>|#{2,} ?(?:instruction|system|instruks)|\b(?:important|viktig)!* ?(?:message|instruction|beskjed|instruks)\p{L}* (?:from|to|til|frå|fra) (?:me|the user|the system|systemet|meg)|",
    r"\b(?:do not|don't|ikke|ikkje) (?:tell|mention|inform|fortell|nevn|nemn|si|sei)\b[^.\n]{0,30}\b(?:user|instruction|human|caseworker|saksbehandler\p{L}*|instruks\p{L}*|noen|nokon|anyone)\b|\b(?:reveal|print|repeat|gjenta|vis meg)\b[^.\n]{0,30}\b(?:prompt|instruction|instruks)\p{L}*"
));

/// Where the first of them stands in a text in lower case.
pub(super) fn find(lower: &str) -> Option<Range<usize>> {
    ORDERS.find(lower).map(|found| found.range())
}
