namespace BriefingBot.Indexes.Tests;

public sealed class LuceneContractTests() : PassageIndexContract(new LuceneUnderTest());
