using Flex.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(TestCluster))]
