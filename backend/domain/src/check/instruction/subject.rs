//! What a sentence is about (emne): matters of a municipality, matters of the wide world, and the works one orders from a machine.

use super::segment::Segment;
use crate::sort::{lexicon::Lexicon, matter::MATTERS};
use std::{collections::HashSet, sync::LazyLock};

/// Tongues that no Norwegian office writes in unasked.
pub(super) const TONGUES: [&str; 38] = [
    "french",
    "german",
    "spanish",
    "italian",
    "portuguese",
    "chinese",
    "mandarin",
    "japanese",
    "korean",
    "russian",
    "arabic",
    "latin",
    "hindi",
    "turkish",
    "dutch",
    "greek",
    "hebrew",
    "polish",
    "esperanto",
    "klingon",
    "swahili",
    "vietnamese",
    "thai",
    "fransk",
    "tysk",
    "spansk",
    "italiensk",
    "portugisisk",
    "kinesisk",
    "japansk",
    "koreansk",
    "russisk",
    "arabisk",
    "gresk",
    "tyrkisk",
    "nederlandsk",
    "polsk",
    "esperanto",
];

/// How a sentence is placed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Placed {
    /// A work that is ordered: a poem, a script, a slogan.
    pub(super) works: usize,
    /// Words of the wide world.
    pub(super) world: f32,
    /// Words of a municipality; those of any office count half.
    pub(super) own: f32,
}

const WORKS: &str = "poem. poems poetry haiku limerick sonnet lyrics song. songs story. stories short_story fairy_tale joke. jokes riddle. riddles pun. essay. essays \
 screenplay dialogue. monologue. blog. blog_post blogpost tweet. tweets hashtag slogan tagline headline. caption. ad_copy advertisement. sales_pitch pitch_deck press_release \
 cover_letter resume. linkedin_ instagram_ facebook_post youtube_ tiktok_ social_media script. scripts code. code_snippet function. program. macro. regex. regular_expression sql. query. \
 algorithm. algorithms unit_test webpage. html. css. javascript. python. java. bash. powershell recipe. recipes itinerary. itineraries workout. meal_plan shopping_list playlist. quiz. trivia crossword \
 template_for. speech. toast. book_review movie_review product_review product_description elevator_pitch business_plan marketing_plan \
 dikt. diktet vits. vitser vitsar gåte. gåter sang. sangtekst songtekst novelle. eventyr. essay. blogginnlegg bloggpost slagord reklametekst stiler. stil. skript. dataprogram pythonprogram \
 programkode oppskrift. oppskrifter oppskrifter. treningsprogram ukemeny vekemeny handleliste. spilleliste. speleliste. reiserute. pressemelding_for. haiku.";

const WORLD: [&str; 8] = [
    // Machines and their programs.
    "laptop command. commands rename_ file_names sync. notification. notifications bookmark tabs. web_scrap website_traffic inbox. weather_forecast voice_assistant datamaskin_ filene. mappene. python java. javascript typescript html css c++ php sql regex algorithm recursion recursive loop. array. arrays debug compil api. linux windows. macos ubuntu bash. command_line \
     terminal. shell. excel. spreadsheet vlookup pivot_table folder. folders directory. directories backup back_up external_drive hard_drive usb. laptop. software programming programmer coding. \
     version_control git. github docker. cron. task_scheduler workflow. workflows script. scripts chatbot machine_learning deep_learning neural artificial_intelligence blockchain cybersecurity cloud_computing data_structure \
     operating_system processes. cpu. gpu. ram. inbox. google_ gmail outlook. slack. zapier ifttt smart_home smart_light thermostat alarm. timer. pdf_files image_files rename_all duplicate_files screenshots \
     regneark algoritme datamaskin programmering programmere operativsystem maskinlæring kunstig_intelligens sikkerhetskopi ekstern_harddisk",
    // To have it done by itself.
    "automate automates automated automating automation automatically recurring reminder reminders to_do todo_list calendar. calendars daily_email every_morning every_monday every_hour automatiser automatisere automatisk_sende automatisk_sikker",
    // Nature and science.
    "photosynthesis quantum gravity gravitation relativity evolution. evolutionary darwin dna. rna. atom. atoms atomic molecule molecular physics chemistry chemical biology biological astronomy astronom planet. planets planetary solar_system solar_panel solar_energy black_hole galaxy galaxies \
     universe. cosmic moon. mars. jupiter saturn nasa. spacex telescope volcano volcanic dinosaur ecosystem climate_change global_warming greenhouse_gas renewable_energy fossil_fuel nuclear hydrogen theorem equation algebra calculus geometry trigonomet \
     statistics. probability derivative integral pythagorean fibonacci prime_number neuron brain. immune_system human_body heart. blood. vitamin protein. bacteria species. mammal whale penguin rainforest ocean. oceans earth. earthquake hurricane tornado tides. \
     fotosyntese kvante tyngdekraft relativitetsteori evolusjon fysikk kjemi biologi astronomi solsystem galakse univers verdensrommet verdsrommet vulkan dinosaur klimaendring ligning. likning. pythagoras svarte_hull månen. jorden_rundt",
    // History and the countries of the world.
    "world_war civil_war cold_war french_revolution industrial_revolution american_revolution revolution. roman_empire ancient medieval renaissance pharaoh pyramids napoleon einstein shakespeare lincoln leonardo mozart gandhi capital_of population_of highest_mountain tallest_mountain \
     tallest_building longest_river largest_country largest_ocean smallest_country continent president. presidents dictator constitution. olympic olympics nobel everest amazon. nile. sahara eiffel great_wall san_francisco new_york los_angeles london paris. tokyo berlin. rome. madrid barcelona sydney dubai \
     france. germany. spain. italy. portugal. japan. china. india. brazil. egypt. russia. mexico. australia. united_states u_s usa. europe. asia. africa. american historical civilization empire. \
     verdenskrig verdskrig borgerkrig borgarkrig revolusjonen romerriket middelalderen mellomalderen faraoene hovedstaden_i hovudstaden_i folketallet_i folketalet_i høyeste_fjell høgste_fjell lengste_elv verdens_ verdas_ frankrike tyskland spania italia japan kina india brasil egypt",
    // Pastimes.
    "books. good_book book_about book_for reading_list podcast podcasts board_game streaming comedy drama. thriller bok. boka. bøker podkast movie movies film. films filmmaker novel. novels author. authors actor actress celebrity celebrities netflix tv_show tv_series television hollywood oscar. grammy video_game video_games videogame gaming anime. manga. marvel disney harry_potter star_wars music. musical musician album. concert_tour band. \
     guitar piano painting. paintings painter artist. artists sculpture photography football. soccer basketball baseball tennis cricket. golf. world_cup nba nfl fifa premier_league champions_league super_bowl chess magic_trick trivia fun_fact hobby hobbies favorite favourite blockbuster \
     filmer. filmar. filmen. skuespiller skodespelar roman. romanen. fotball-vm tegneserie teikneserie dataspill dataspel sjakk yndlings favoritt",
    // Food, body, travel.
    "egg. eggs flat_tire flat_tyre stain. job_interview save_money gift. gifts learn_a learn_to learn_how public_speaking self_confidence first_date road_trip camping. packing_list jet_lag recipe recipes cook. cooking bake. baking ingredient pasta. pizza. sushi. chocolate vegan vegetarian diet. diets plant_based calorie nutrition nutrient workout workouts exercise. exercises fitness yoga. pilates meditation meditate mindfulness weight_loss lose_weight muscle. \
     sleep. stress. anxiety. motivation motivated productivity time_management self_improvement personal_growth work_life getaway getaways vacation vacations travel_tips travel_dest travel_itin traveler tourist. sightseeing destination destinations backpack flight. flights airline hotel. hotels restaurant. restaurants \
     wine. beer. coffee. cocktail skincare makeup fashion. outfit jewelry haircut dating. relationship advice_column horoscope zodiac \
     oppskrift kosthold trening. kalori slanke yoga. produktivitet motivasjon reisemål ferietur flybillett storbyferie vin. kaffe. sminke motetips horoskop stjernetegn",
    // Trade and money.
    "growth_rate growth. sector. adoption_of user_base churn pricing. retail retailers quarterly forecast. demand_for demographics customers. oil_price housing_market real_estate stock. stocks stock_market shares. shareholder invest. investing investor investment cryptocurrency crypto. bitcoin ethereum nft. market_share market_trend market_size market_research market. markets sales. revenue profit. profits profitab startup startups start_up marketing brand. brands branding competitor competitors competitive \
     industry. industries consumer consumers e_commerce ecommerce advertis promotion. discount. free_shipping limited_time giveaway campaign. customer_ supply_chain inflation gdp economy. economic recession interest_rate forex portfolio entrepreneur business_model business_strategy business_ swot kpi. roi. b2b saas \
     tesla apple. google microsoft facebook twitter instagram tiktok youtube amazon_ samsung nike coca_cola netflix_ starbucks electric_car electric_vehicle self_driving autonomous_vehicle smartphone smartphones artificial trend. trends \
     aksje aksjer aksjar krypto kryptovaluta bitcoin markedsføring marknadsføring markedsandel marknadsdel konkurrenter bransjen_i inflasjon bnp. elbilsalg influenser influensar",
    // Language, moods and made-up things.
    "positive_or negative_or opinion. attitude convey conveyed tone_in translate translation synonym antonym grammar. grammatical verb. verbs noun. adjective adverb vocabulary etymology metaphor simile rhyme rhymes idiom proverb sentence. paragraph. pronunciation paraphrase proofread summarize summarise summary_of sentiment tone. emotion. emotions emotional mood. feeling. feelings sarcasm \
     meaning_of_life philosophy philosophical nietzsche plato aristotle socrates psychology psychological freud conspiracy hoax misinformation propaganda alien. aliens ufo. zombie vampire dragon. unicorn superhero time_travel virtual_reality metaverse vaccination_rates covid \
     oversett omsett synonym grammatikk verb. substantiv setning. metafor rim. oppsummer filosofi psykologi konspirasjon romvesen stemningen_i følelsen_i tonen_i",
];

/// Words of any office.
const OFFICE: &str = "portal upload politician politiker information informasjon consultation hearing. høring municipal municipality council. kommune application apply. applied applicant case. cases casework decision. permit permission licence form. forms fee. fees deadline appeal. complaint complain letter. document. documents \
 attachment attached notice register registered registration approve approved grant. grants subsidy support. rules. regulation regulations requirement requirements queue waiting_list opening contact. phone. address. office. appointment meeting. resident \
 søknad søke. søker. søkjer. søkje sak. saka saken saker. saksbehandl sakshandsam vedtak gebyr frist. fristen klage. klager. klagar. svar. brev. brevet skjema dokument vedlegg varsel varsle melding. melde. tillat løyve regel. regler. reglar reglane reglene krav. krever krev \
 kø. venteliste opningstid åpningstid åpent åpen ope. open. kontor telefon adresse time. timeavtale møte. tilskudd tilskot støtte. støtta rett_på rett_til nabo naboen neighbour neighbor neighbourhood landlord tenant. rent. house. apartment bolig bustad leilighet leilegheit huset eiendom eigedom property tomta familie barnet barna sonen dottera sønnen datter mor. mora moren far. faren \
 child. children daughter son. mother. father. family. husband wife disabled wheelchair doctor. nurse. police. nav. tax. taxes bank_account refund. payment. paid.";

static PLACES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of_beginnings([WORKS, OFFICE].into_iter().chain(WORLD)));

/// Places a sentence.
pub(super) fn placed(segment: &Segment) -> Placed {
    let (mut works, mut world, mut office) = (HashSet::new(), HashSet::new(), HashSet::new());
    for hit in PLACES.hits(&segment.words) {
        match hit.row {
            0 => works.insert(hit.at),
            1 => office.insert(hit.at),
            _ => world.insert(hit.at),
        };
    }
    let matter: HashSet<usize> = MATTERS.hits(&segment.words).into_iter().map(|hit| hit.at).collect();
    let half = office.difference(&matter).count();
    Placed { works: works.len(), world: world.len() as f32, own: matter.len() as f32 + half as f32 / 2.0 }
}

/// Whether it is about anything that a municipality answers.
pub(super) fn is_municipal(segment: &Segment) -> bool {
    placed(segment).own > 0.0
}
