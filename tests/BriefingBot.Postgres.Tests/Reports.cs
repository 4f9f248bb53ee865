using BriefingBot.Retrieval;

namespace BriefingBot.Postgres.Tests;

/// <summary>Does something at each report of an update's progress, before the update goes on.</summary>
internal sealed class Reports(Action<UpdateProgress> report) : IProgress<UpdateProgress>
{
    public void Report(UpdateProgress value) => report(value);
}
