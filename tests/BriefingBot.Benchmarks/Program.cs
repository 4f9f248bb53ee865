using BriefingBot.Benchmarks;
using BriefingBot.Benchmarks.Scale;

return args switch
{
    ["scale", .. var options] => ScaleBenchmark.Run(options),
    ["extraction", .. var options] => ExtractionBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: scale --articles N [--json FILE] | extraction DIR");
    return 2;
}
