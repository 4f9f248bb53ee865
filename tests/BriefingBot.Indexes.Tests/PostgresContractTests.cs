namespace BriefingBot.Indexes.Tests;

public sealed class PostgresContractTests() : PassageIndexContract(new PostgresUnderTest());
