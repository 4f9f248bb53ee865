using BriefingBot.Benchmarks;
using BriefingBot.Benchmarks.Attributions;
using BriefingBot.Benchmarks.Conflicts;
using BriefingBot.Benchmarks.Doors;
using BriefingBot.Benchmarks.Factualities;
using BriefingBot.Benchmarks.Hostile;
using BriefingBot.Benchmarks.Journals;
using BriefingBot.Benchmarks.Load;
using BriefingBot.Benchmarks.Origins;
using BriefingBot.Benchmarks.Quizzes;
using BriefingBot.Benchmarks.Scale;
using BriefingBot.Benchmarks.Stances;
using BriefingBot.Benchmarks.Suites;
using BriefingBot.Benchmarks.Syntax;

return args switch
{
    ["scale", .. var options] => ScaleBenchmark.Run(options),
    ["extraction", .. var options] => ExtractionBenchmark.Run(options),
    ["indexes", .. var options] => IndexesBenchmark.Run(options),
    ["retrieval", .. var options] => RetrievalBenchmark.Run(options),
    ["attribution", .. var options] => AttributionBenchmark.Run(options),
    ["conflict", .. var options] => ConflictBenchmark.Run(options),
    ["copies", .. var options] => CopiesBenchmark.Run(options),
    ["answers", .. var options] => AnswersBenchmark.Run(options),
    ["abstain", .. var options] => AbstentionBenchmark.Run(options),
    ["factuality", .. var options] => FactualityBenchmark.Run(options),
    ["syntax", .. var options] => SyntaxBenchmark.Run(options),
    ["stance", .. var options] => StanceBenchmark.Run(options),
    ["suite", .. var options] => SuiteBenchmark.Run(options),
    ["prompt", .. var options] => PromptBenchmark.Run(options),
    ["load", .. var options] => LoadBenchmark.Run(options),
    ["doors", .. var options] => DoorsBenchmark.Run(options),
    ["journal", .. var options] => JournalBenchmark.Run(options),
    ["hostile", .. var options] => HostileBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: scale --articles N [--index KIND] [--json FILE] | extraction DIR | indexes DIR | retrieval DIR [--fit] | abstain DIR [--fit] | answers DIR [--misses FILE] | conflict DIR [--fit | --answers FILE] | copies DIR | attribution DIR [--train OUT] | factuality DIR [--train OUT] | stance DIR [--train OUT] | syntax DIR [--train OUT] | suite DIR --out F.jsonl | prompt DIR | journal --entries N | hostile [DRAFTS] | doors | load [--seconds N | --minutes N | --half-open N]");
    return 2;
}
